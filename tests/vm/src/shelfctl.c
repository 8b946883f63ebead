// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Everything that a program can do to a device of src/shelf; prints what came of it.
 *
 *	shelfctl DEVICE all		a file: read, write, seek, ioctl, bad addresses
 *	shelfctl DEVICE pipe		a pipe: two processes, poll, no waiting
 *	shelfctl DEVICE usage		one ioctl
 *	shelfctl DEVICE loop		written and read for ever
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include "shelf/shelf-uapi.h"

static const char *path;
/* volatile, so that the compiler does not see through it */
static void *volatile nowhere = (void *)8;

static long said(const char *what, long rc)
{
	if (rc < 0)
		printf("%s: %s\n", what, strerror(errno));
	else
		printf("%s: %ld\n", what, rc);
	return rc;
}

static int usage(int fd)
{
	struct shelf_usage u;

	if (said("usage", ioctl(fd, SHELF_USAGE, &u)) < 0)
		return 1;
	printf("  %llu reads, %llu writes, %u of %u bytes, %u open, error %u\n",
	       (unsigned long long)u.reads, (unsigned long long)u.writes, u.used, u.capacity,
	       u.openers, u.last_error);
	return 0;
}

static void read_all(int fd)
{
	unsigned int sum = 0, total = 0;
	unsigned char data[1000];
	ssize_t n, i;

	while ((n = read(fd, data, sizeof(data))) > 0) {
		for (i = 0; i < n; i++)
			sum = sum * 31 + data[i];
		total += n;
	}
	said("last read", n);
	printf("read %u bytes, sum %u\n", total, sum);
}

static void write_pattern(int fd, int len)
{
	unsigned char data[8192];
	int i;

	for (i = 0; i < len; i++)
		data[i] = i * 7 + i / 256;
	said("write", write(fd, data, len));
}

static void seek(int fd, long offset, int whence)
{
	char data[5] = "";

	printf("seek %ld from %d: ", offset, whence);
	said("position", lseek(fd, offset, whence));
	if (said("read", read(fd, data, 4)) > 0)
		printf("  %02x %02x %02x %02x\n", data[0] & 255, data[1] & 255, data[2] & 255,
		       data[3] & 255);
}

static void bad(int fd)
{
	__u32 huge = 1000000;

	said("read to nowhere", (lseek(fd, 0, SEEK_SET), read(fd, nowhere, 10)));
	said("write from nowhere", write(fd, nowhere, 10));
	said("usage to nowhere", ioctl(fd, SHELF_USAGE, nowhere));
	said("capacity from nowhere", ioctl(fd, SHELF_CAPACITY, nowhere));
	said("capacity that is too much", ioctl(fd, SHELF_CAPACITY, &huge));
	said("no such ioctl", ioctl(fd, _IO('s', 99)));
	said("another's ioctl", ioctl(fd, _IO('x', 1)));
}

static int all(void)
{
	__u32 small = 100;
	int fd = said("open", open(path, O_RDWR)), second;

	if (fd < 0)
		return 1;
	said("reset", ioctl(fd, SHELF_RESET));
	write_pattern(fd, 3000);
	write_pattern(fd, 3000);
	write_pattern(fd, 10);
	seek(fd, 0, SEEK_SET);
	seek(fd, 100, SEEK_CUR);
	seek(fd, -4, SEEK_END);
	seek(fd, -1, SEEK_SET);
	seek(fd, 1L << 40, SEEK_SET);
	said("rewind", lseek(fd, 0, SEEK_SET));
	read_all(fd);
	usage(fd);
	second = said("second open", open(path, O_WRONLY | O_APPEND));
	usage(fd);
	said("append", write(second, "abc", 3));
	close(second);
	bad(fd);
	said("exchange", ioctl(fd, SHELF_EXCHANGE, 42));
	said("exchange", ioctl(fd, SHELF_EXCHANGE, 7));
	said("exchange", ioctl(fd, SHELF_EXCHANGE, 0));
	said("capacity", ioctl(fd, SHELF_CAPACITY, &small));
	said("rewind", lseek(fd, 0, SEEK_SET));
	write_pattern(fd, 300);
	usage(fd);
	second = said("open for writing only", open(path, O_WRONLY));
	usage(fd);
	close(second);
	small = 4000;
	said("capacity", ioctl(fd, SHELF_CAPACITY, &small));
	said("close", close(fd));
	return 0;
}

static void poll_says(int fd, const char *when)
{
	struct pollfd p = { .fd = fd, .events = POLLIN | POLLOUT };

	printf("%s: poll %d, ", when, poll(&p, 1, 0));
	printf("events 0x%x\n", p.revents);
}

/* the child writes three times as much as fits, in pieces */
static void through(int fd)
{
	unsigned int sum = 0, total = 0;
	unsigned char data[512];
	int i, status;
	ssize_t n;

	if (fork() == 0) {
		for (i = 0; i < 12000; i += n) {
			memset(data, i / 100, sizeof(data));
			n = write(fd, data, 12000 - i < 100 ? 12000 - i : 100);
			if (n < 0)
				_exit(1);
		}
		_exit(0);
	}
	while (total < 12000) {
		n = read(fd, data, 300);
		if (n <= 0)
			break;
		for (i = 0; i < n; i++)
			sum = sum * 31 + data[i];
		total += n;
	}
	wait(&status);
	printf("through the pipe: %u bytes, sum %u, writer %d\n", total, sum, status);
}

static int pipe_tests(void)
{
	int fd = said("open", open(path, O_RDWR | O_NONBLOCK));
	char data[8192] = "";

	if (fd < 0)
		return 1;
	said("reset", ioctl(fd, SHELF_RESET));
	poll_says(fd, "empty");
	said("read", read(fd, data, 1));
	said("write", write(fd, data, sizeof(data)));
	poll_says(fd, "full");
	said("write", write(fd, data, 1));
	said("read", read(fd, data, 100));
	poll_says(fd, "between");
	said("seek", lseek(fd, 0, SEEK_SET));
	usage(fd);
	said("reset", ioctl(fd, SHELF_RESET));
	said("wait from now on", fcntl(fd, F_SETFL, 0));
	through(fd);
	usage(fd);
	return said("close", close(fd)) < 0;
}

static void loop(void)
{
	char data[64] = "";
	int fd = open(path, O_RDWR);

	for (;;) {
		if (fd < 0 || lseek(fd, 0, SEEK_SET) < 0 || write(fd, data, sizeof(data)) < 0)
			usleep(1000);
		if (fd < 0)
			fd = open(path, O_RDWR);
	}
}

int main(int argc, char **argv)
{
	int fd, rc;

	if (argc < 3)
		return 2;
	setbuf(stdout, NULL);
	path = argv[1];
	if (!strcmp(argv[2], "all"))
		return all();
	if (!strcmp(argv[2], "pipe"))
		return pipe_tests();
	if (!strcmp(argv[2], "loop"))
		loop();
	fd = said("open", open(path, O_RDONLY));
	rc = fd < 0 || usage(fd);
	if (fd >= 0)
		close(fd);
	return rc;
}
