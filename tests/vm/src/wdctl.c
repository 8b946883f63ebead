// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A watchdog by hand.  Prints what comes back, or the error.
 *
 *	wdctl DEVICE all		every ioctl, then a magic close
 *	wdctl DEVICE ping SECONDS	started, with 2 s to live, kept alive; magic close
 *	wdctl DEVICE starve SECONDS	started, with 2 s to live, left alone; magic close
 *	wdctl DEVICE abandon		closed without the magic character
 *	wdctl DEVICE stop		opened and closed with it
 *	wdctl DEVICE bootstatus		what it says of the last boot
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <sys/ioctl.h>
#include <linux/watchdog.h>

static int fd;

/* An ioctl that takes and gives an int. */
static int number(const char *name, unsigned long request, int value)
{
	int rc = ioctl(fd, request, &value);

	if (rc < 0)
		printf("%s: %s\n", name, strerror(errno));
	else
		printf("%s: %d, value %d\n", name, rc, value);
	return rc;
}

static void support(void)
{
	struct watchdog_info info = { 0 };

	if (ioctl(fd, WDIOC_GETSUPPORT, &info) < 0)
		printf("GETSUPPORT: %s\n", strerror(errno));
	else
		printf("GETSUPPORT: options 0x%x, version %u, %.32s\n", info.options,
		       info.firmware_version, (char *)info.identity);
}

/* Time that is left depends on when one asks. */
static void time_left(void)
{
	int left = -1;

	if (ioctl(fd, WDIOC_GETTIMELEFT, &left) < 0)
		printf("GETTIMELEFT: %s\n", strerror(errno));
	else
		printf("GETTIMELEFT: %s\n",
		       left >= 0 && left <= 2046 ? "in range" : "out of range");
}

static void magic_close(void)
{
	ssize_t rc = write(fd, "V", 1);

	printf("magic: %zd\n", rc);
	printf("close: %d\n", close(fd));
}

static void all(void)
{
	static const int timeouts[] = { 30, 1, 2, 60, 1023, 1024, 2046, 2047, 0, -1, 30 };
	size_t i;

	support();
	number("GETSTATUS", WDIOC_GETSTATUS, -1);
	number("GETBOOTSTATUS", WDIOC_GETBOOTSTATUS, -1);
	number("GETTEMP", WDIOC_GETTEMP, -1);
	number("KEEPALIVE", WDIOC_KEEPALIVE, 0);
	for (i = 0; i < sizeof(timeouts) / sizeof(*timeouts); i++) {
		number("SETTIMEOUT", WDIOC_SETTIMEOUT, timeouts[i]);
		number("GETTIMEOUT", WDIOC_GETTIMEOUT, -1);
		number("KEEPALIVE", WDIOC_KEEPALIVE, 0);
	}
	number("SETPRETIMEOUT", WDIOC_SETPRETIMEOUT, 5);
	number("GETPRETIMEOUT", WDIOC_GETPRETIMEOUT, -1);
	time_left();
	number("SETOPTIONS disable", WDIOC_SETOPTIONS, WDIOS_DISABLECARD);
	number("KEEPALIVE while disabled", WDIOC_KEEPALIVE, 0);
	number("SETTIMEOUT while disabled", WDIOC_SETTIMEOUT, 45);
	number("SETOPTIONS enable", WDIOC_SETOPTIONS, WDIOS_ENABLECARD);
	number("SETOPTIONS both", WDIOC_SETOPTIONS, WDIOS_DISABLECARD | WDIOS_ENABLECARD);
	number("SETOPTIONS neither", WDIOC_SETOPTIONS, 0);
	number("no such ioctl", _IO('W', 99), 0);
	printf("write: %zd\n", write(fd, "xyz", 3));
	number("GETSTATUS", WDIOC_GETSTATUS, -1);
	number("SETTIMEOUT", WDIOC_SETTIMEOUT, 30);
	magic_close();
}

/* for SECONDS, twice a second; pinged or not */
static void live(int seconds, int ping)
{
	const struct timespec half = { .tv_nsec = 500000000 };
	int i, bad = 0;

	number("SETTIMEOUT", WDIOC_SETTIMEOUT, 2);
	number("KEEPALIVE", WDIOC_KEEPALIVE, 0);
	for (i = 0; i < 2 * seconds; i++) {
		nanosleep(&half, NULL);
		if (ping && ioctl(fd, WDIOC_KEEPALIVE, 0) < 0)
			bad++;
	}
	printf("%d keepalives failed\n", bad);
	number("SETTIMEOUT", WDIOC_SETTIMEOUT, 30);
	magic_close();
}

static int command(const char *what, int seconds)
{
	if (!strcmp(what, "all"))
		all();
	else if (!strcmp(what, "ping") || !strcmp(what, "starve"))
		live(seconds, *what == 'p');
	else if (!strcmp(what, "abandon"))
		printf("close: %d\n", close(fd));
	else if (!strcmp(what, "stop"))
		magic_close();
	else if (!strcmp(what, "bootstatus"))
		number("GETBOOTSTATUS", WDIOC_GETBOOTSTATUS, -1), magic_close();
	else
		return 2;
	return 0;
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		fprintf(stderr, "usage: wdctl DEVICE COMMAND [SECONDS]\n");
		return 2;
	}
	setbuf(stdout, NULL);
	fd = open(argv[1], O_WRONLY);
	if (fd < 0) {
		printf("%s: %s\n", argv[1], strerror(errno));
		return 1;
	}
	return command(argv[2], argc > 3 ? atoi(argv[3]) : 6);
}
