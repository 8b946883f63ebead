// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Input devices of which the name holds a word: what they are, what they report.
 *
 *	evread WORD info		name, ids, what it can do
 *	evread WORD read SECONDS	events, without their time, until none came for so long
 *	evread WORD path		the device node
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/ioctl.h>
#include <linux/input.h>

static char name[128], path[32];

/* open_named() - the first event device with @word in its name, else -1 */
static int open_named(const char *word)
{
	int i, fd;

	for (i = 0; i < 32; i++) {
		snprintf(path, sizeof(path), "/dev/input/event%d", i);
		fd = open(path, O_RDWR | O_CLOEXEC);
		if (fd < 0)
			continue;
		if (ioctl(fd, EVIOCGNAME(sizeof(name)), name) > 0 && strstr(name, word))
			return fd;
		close(fd);
	}
	return -1;
}

/* the set of codes of an event type as hexadecimal digits, highest first */
static void codes(int fd, int type)
{
	unsigned char bits[KEY_CNT / 8] = { 0 };
	int rc = ioctl(fd, EVIOCGBIT(type, sizeof(bits)), bits);
	int i, started = 0;

	if (rc < 0)
		return;
	printf("type %d:", type);
	for (i = sizeof(bits) - 1; i >= 0; i--) {
		started |= bits[i];
		if (started)
			printf(" %02x", bits[i]);
	}
	printf("\n");
}

static int info(int fd)
{
	char text[128] = "";
	struct input_id id;
	int type;

	printf("name %s\n", name);
	if (ioctl(fd, EVIOCGID, &id) == 0)
		printf("bus 0x%x vendor 0x%x product 0x%x version 0x%x\n", id.bustype, id.vendor,
		       id.product, id.version);
	if (ioctl(fd, EVIOCGPHYS(sizeof(text)), text) > 0)
		printf("phys %s\n", text);
	for (type = 0; type < EV_CNT; type++)
		codes(fd, type);
	return 0;
}

static int read_events(int fd, int seconds)
{
	struct pollfd ready = { .fd = fd, .events = POLLIN };
	struct input_event event;
	int rc;

	printf("ready\n");
	while ((rc = poll(&ready, 1, seconds * 1000)) > 0) {
		if (read(fd, &event, sizeof(event)) != sizeof(event)) {
			printf("read: %s\n", strerror(errno));
			return 1;
		}
		printf("%u %u %d\n", event.type, event.code, event.value);
	}
	printf("end\n");
	return 0;
}

int main(int argc, char **argv)
{
	int fd;

	if (argc < 3) {
		fprintf(stderr, "usage: evread WORD info|read|path [SECONDS]\n");
		return 2;
	}
	setbuf(stdout, NULL);
	fd = open_named(argv[1]);
	if (fd < 0) {
		printf("no such input device: %s\n", argv[1]);
		return 1;
	}
	if (!strcmp(argv[2], "info"))
		return info(fd);
	if (!strcmp(argv[2], "read"))
		return read_events(fd, argc > 3 ? atoi(argv[3]) : 2);
	if (!strcmp(argv[2], "path"))
		return puts(path) < 0;
	return 2;
}
