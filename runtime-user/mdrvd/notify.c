// SPDX-License-Identifier: GPL-2.0-or-later
/* One datagram to $NOTIFY_SOCKET. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include "notify.h"

static int fd = -1;

void notify_open(void)
{
	struct sockaddr_un addr = { .sun_family = AF_UNIX };
	const char *path = getenv("NOTIFY_SOCKET");
	size_t len = path ? strlen(path) : 0;

	/* A path, or a name of the abstract kind that is written with an @. */
	if (len < 2 || len >= sizeof(addr.sun_path) || (path[0] != '/' && path[0] != '@'))
		return;
	memcpy(addr.sun_path, path, len);
	if (path[0] == '@')
		addr.sun_path[0] = '\0';
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd < 0 ||
	    !connect(fd, (struct sockaddr *)&addr, offsetof(struct sockaddr_un, sun_path) + len))
		return;
	close(fd);
	fd = -1;
}

void notify(const char *state)
{
	ssize_t sent = fd < 0 ? 0 : send(fd, state, strlen(state), MSG_NOSIGNAL);

	(void)sent;	/* whoever wanted to know has gone */
}
