// SPDX-License-Identifier: GPL-2.0-or-later
/* Device registers and coherent DMA memory, mapped through the session's device. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <syslog.h>
#include <unistd.h>
#include "internal.h"

/* Opened for each mapping: rare, and nothing is left open in between. */
int mdrv_region_map(struct mdrv_obj *o, const struct mdrv_new *what)
{
	u64 page = sysconf(_SC_PAGESIZE);
	int prot = (what->access & MDRV_R ? PROT_READ : 0) |
		   (what->access & MDRV_W ? PROT_WRITE : 0);
	char path[32];
	int fd;

	if (what->pgoff >= page || what->map % page || !what->size ||
	    what->size > MDRV_TWIN_MAX * 16ull)
		return -EPROTO;
	snprintf(path, sizeof(path), "/dev/mdrv/%u", mdrv_self.session);
	fd = open(path, (what->access & MDRV_W ? O_RDWR : O_RDONLY) | O_CLOEXEC);
	if (fd < 0) {
		mdrv_log(LOG_ERR, "%s: %s; device memory cannot be mapped", path, strerror(errno));
		return -errno;
	}
	o->map_len = (what->pgoff + what->size + page - 1) & ~(page - 1);
	o->map = mmap(NULL, o->map_len, prot, MAP_SHARED, fd, what->map);
	if (o->map == MAP_FAILED) {
		int rc = -errno;

		mdrv_log(LOG_ERR, "%s: mapping %llu bytes at %#llx: %s", path,
			 (unsigned long long)o->map_len, (unsigned long long)what->map,
			 strerror(errno));
		o->map = NULL;
		close(fd);
		return rc;
	}
	close(fd);
	o->addr = (u8 *)o->map + what->pgoff;
	o->size = what->size;
	return 0;
}

void mdrv_region_unmap(struct mdrv_obj *o)
{
	if (o->map)
		munmap(o->map, o->map_len);
}
