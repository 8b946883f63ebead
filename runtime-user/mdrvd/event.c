// SPDX-License-Identifier: GPL-2.0-or-later
/* Kernel events about sessions. */
#include <errno.h>
#include <linux/netlink.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>
#include "event.h"

#define FROM_KERNEL	1	/* the multicast group; udev's own messages are in another */
#define QUEUE		(256 * 1024)

int event_open(void)
{
	struct sockaddr_nl addr = { .nl_family = AF_NETLINK, .nl_groups = FROM_KERNEL };
	int fd = socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK,
			NETLINK_KOBJECT_UEVENT);
	int size = QUEUE;

	if (fd < 0)
		return -errno;
	if (bind(fd, (struct sockaddr *)&addr, sizeof(addr))) {
		int rc = -errno;

		close(fd);
		return rc;
	}
	/* As much as is allowed has to do. */
	if (setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof(size)))
		setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
	return fd;
}

/* The value of a line that begins with @key, or NULL. */
static const char *value(const char *line, const char *key)
{
	size_t len = strlen(key);

	return strncmp(line, key, len) ? NULL : line + len;
}

static void line(struct event *e, const char *text)
{
	const char *v;

	v = value(text, "MDRV_EVENT=");
	if (v)
		snprintf(e->what, sizeof(e->what), "%s", v);
	v = value(text, "MDRV_DRIVER=");
	if (v)
		snprintf(e->driver, sizeof(e->driver), "%s", v);
	v = value(text, "MDRV_SESSION=");
	if (v)
		e->session = strtoul(v, NULL, 10);
	v = value(text, "MDRV_PID=");
	if (v)
		e->pid = atoi(v);
	v = value(text, "MDRV_ERROR=");
	if (v)
		e->error = atoi(v);
}

bool event_parse(const char *text, size_t len, struct event *e)
{
	*e = (struct event){ 0 };
	for (const char *at = text, *end = text + len; at < end; at += strlen(at) + 1) {
		if (!memchr(at, '\0', end - at))
			break;
		line(e, at);
	}
	return e->what[0] && e->driver[0];
}

int event_read(int fd, struct event *e)
{
	struct sockaddr_nl from = { 0 };
	char text[4096];
	struct iovec iov = { text, sizeof(text) };
	struct msghdr msg = {
		.msg_name = &from, .msg_namelen = sizeof(from), .msg_iov = &iov, .msg_iovlen = 1,
	};
	ssize_t len = recvmsg(fd, &msg, 0);

	if (len < 0)
		return -errno;
	/* Whoever has the privilege may send to the group as well. */
	return !from.nl_pid && !(msg.msg_flags & MSG_TRUNC) && event_parse(text, len, e);
}
