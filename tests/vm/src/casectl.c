// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What is done to the driver of a case, and what comes of it: a script of one command a
 * line, each answered by a line that must be the same for the native driver and the split
 * one. Nothing printed depends on time or on addresses.
 *
 *	casectl FILE
 *
 *	device NAME		/dev/NAME is what the following commands work on
 *	ioctl COMMAND ARGUMENT	numbers; an error shows by its name
 *	pass COMMAND BYTES	an ioctl given these bytes (hexadecimal); what they are afterwards
 *	seek OFFSET
 *	read BYTES
 *	write TEXT...
 *	show PATH		a file as text; PATH may be a pattern
 *	equal PATH		all numbers in the file are the same
 *	store PATH TEXT...
 *	bind DRIVER		a platform device without a driver gets this one
 *	unbind DRIVER
 *	log TEXT		the last line of the kernel's log with this text
 *	sleep MS
 *	repeat N COMMAND...	'%' stands for the round; only the last answer shows, and how
 *				many were the same
 *
 * Devices and files may take a while to appear: ten seconds.
 */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/klog.h>
#include <unistd.h>

#define PLATFORM "/sys/bus/platform/"

static int device = -1;
static char answer[8192];

static void say(const char *format, ...)
{
	size_t used = strlen(answer);
	va_list args;

	va_start(args, format);
	vsnprintf(answer + used, sizeof(answer) - used, format, args);
	va_end(args);
}

static void say_result(long result)
{
	if (result < 0)
		say("%s", strerrorname_np(errno));
	else
		say("%ld", result);
}

/* Opens the first file that the pattern fits, once there is one. */
static int open_soon(const char *pattern, int flags)
{
	for (int i = 0; i < 100; i++) {
		glob_t found;
		int fd = -1;

		if (!glob(pattern, 0, NULL, &found)) {
			fd = open(found.gl_pathv[0], flags);
			globfree(&found);
		}
		if (fd >= 0 || (errno != ENOENT && errno != ENXIO && errno != EAGAIN))
			return fd;
		usleep(100000);
	}
	errno = ENOENT;
	return -1;
}

static long read_file(const char *pattern, char *text, size_t size)
{
	int fd = open_soon(pattern, O_RDONLY);
	long n;

	if (fd < 0)
		return -1;
	n = read(fd, text, size - 1);
	close(fd);
	text[n > 0 ? n : 0] = '\0';
	return n;
}

static long write_file(const char *pattern, const char *text)
{
	int fd = open_soon(pattern, O_WRONLY);
	long n;

	if (fd < 0)
		return -1;
	n = write(fd, text, strlen(text));
	close(fd);
	return n;
}

static void do_device(char *name)
{
	char path[256];

	if (device >= 0)
		close(device);
	snprintf(path, sizeof(path), "/dev/%s", name);
	device = open_soon(path, O_RDWR);
	say("%s", device < 0 ? strerrorname_np(errno) : "open");
}

static void do_ioctl(char *text)
{
	unsigned long command = strtoul(text, &text, 0);

	say_result(ioctl(device, command, strtoul(text, NULL, 0)));
}

static void do_pass(char *text)
{
	unsigned long command = strtoul(text, &text, 0);
	unsigned char data[256];
	size_t n = 0, i;

	text += strspn(text, " ");
	while (n < sizeof(data) && sscanf(text + 2 * n, "%2hhx", &data[n]) == 1)
		n++;
	say_result(ioctl(device, command, data));
	for (i = 0; i < n; i++)
		say("%s%02x", i ? "" : " ", data[i]);
}

static void do_read(char *text)
{
	char data[4096];
	size_t size = strtoul(text, NULL, 0);
	long n = read(device, data, size < sizeof(data) ? size : sizeof(data));

	say_result(n);
	for (long i = 0; i < n; i++)
		say(isprint((unsigned char)data[i]) ? "%s%c" : "%s\\%02x", i ? "" : " ",
		    (unsigned char)data[i]);
}

static void do_show(char *path)
{
	char text[4096];
	long n = read_file(path, text, sizeof(text));

	if (n < 0)
		say_result(n);
	else
		say("%.*s", (int)strcspn(text, "\n"), text);
}

/* The driver may change them between two of its own looks: three tries. */
static void do_equal(char *path)
{
	bool same = false;
	char text[4096];

	for (int i = 0; i < 3 && !same; i++) {
		char *at = text;
		long first = -1;

		if (read_file(path, text, sizeof(text)) < 0) {
			say_result(-1);
			return;
		}
		for (same = true; *at; ) {
			long value;

			if (!isdigit((unsigned char)*at)) {
				at++;
				continue;
			}
			value = strtol(at, &at, 10);
			same &= first < 0 || value == first;
			first = value;
		}
	}
	say("%s", same ? "yes" : text);
}

static char *second_word(char *text)
{
	char *end = text + strcspn(text, " ");

	if (*end)
		*end++ = '\0';
	return end;
}

static void do_store(char *path)
{
	char *text = second_word(path);

	say_result(write_file(path, text));
}

/* QEMU's machine has a speaker, of which no driver is loaded. */
static void do_bind(char *driver)
{
	char path[256];

	write_file(PLATFORM "devices/pcspkr/driver_override", driver);
	snprintf(path, sizeof(path), PLATFORM "drivers/%s/bind", driver);
	say("%s", write_file(path, "pcspkr") < 0 ? strerrorname_np(errno) : "bound");
}

static void do_unbind(char *driver)
{
	char path[256];

	snprintf(path, sizeof(path), PLATFORM "drivers/%s/unbind", driver);
	say("%s", write_file(path, "pcspkr") < 0 ? strerrorname_np(errno) : "unbound");
	write_file(PLATFORM "devices/pcspkr/driver_override", "\n");
}

static void do_log(char *wanted)
{
	static char text[1 << 20];
	int n = klogctl(3, text, sizeof(text) - 1);	/* all of it */
	char *at = NULL;

	text[n > 0 ? n : 0] = '\0';
	for (char *next = text; (next = strstr(next, wanted)); next++)
		at = next;
	say("%.*s", at ? (int)strcspn(at, "\n") : 4, at ? at : "none");
}

static void do_command(char *line);

static void do_repeat(char *text)
{
	unsigned long n = strtoul(text, &text, 0), same = 0;
	static char last[sizeof(answer)];

	last[0] = '\0';
	for (unsigned long i = 0; i < n; i++) {
		char line[1024] = "";
		char *sign;

		answer[0] = '\0';
		sign = strchr(text, '%');
		if (sign)
			snprintf(line, sizeof(line), "%.*s%lu%s", (int)(sign - text), text, i,
				 sign + 1);
		else
			snprintf(line, sizeof(line), "%s", text);
		do_command(line + strspn(line, " "));
		same = strcmp(last, answer) ? 1 : same + 1;
		strcpy(last, answer);
	}
	say(" (%lu times the same)", same);
}

static void do_command(char *line)
{
	char *rest = second_word(line);
	static const struct {
		const char *name;
		void (*run)(char *rest);
	} commands[] = {
		{ "device", do_device }, { "ioctl", do_ioctl }, { "read", do_read },
		{ "show", do_show }, { "equal", do_equal }, { "store", do_store },
		{ "bind", do_bind }, { "unbind", do_unbind }, { "log", do_log },
		{ "repeat", do_repeat }, { "pass", do_pass },
	};

	if (!strcmp(line, "seek"))
		say_result(lseek(device, strtol(rest, NULL, 0), SEEK_SET));
	else if (!strcmp(line, "write"))
		say_result(write(device, rest, strlen(rest)));
	else if (!strcmp(line, "sleep"))
		usleep(1000 * strtoul(rest, NULL, 0));
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++)
		if (!strcmp(line, commands[i].name))
			commands[i].run(rest);
}

int main(int argc, char **argv)
{
	FILE *script = argc == 2 ? fopen(argv[1], "r") : NULL;
	char line[1024];

	if (!script) {
		fprintf(stderr, "casectl: no script\n");
		return 2;
	}
	while (fgets(line, sizeof(line), script)) {
		line[strcspn(line, "\n")] = '\0';
		if (!line[0] || line[0] == '#')
			continue;
		answer[0] = '\0';
		printf("%s: ", line);
		do_command(line);
		printf("%s\n", answer);
		fflush(stdout);
	}
	return 0;
}
