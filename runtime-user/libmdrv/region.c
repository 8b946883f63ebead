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

static char node[32];
static int device = -1;
static int open_error = ENODEV;	/* as long as nobody has tried */

/* While there is privilege to. A driver without regions does not need it. */
void mdrv_region_open(void)
{
	snprintf(node, sizeof(node), "/dev/mdrv/%u", mdrv_self.session);
	device = open(node, O_RDWR | O_CLOEXEC);
	if (device < 0)
		open_error = errno;
}

int mdrv_region_map(struct mdrv_obj *o, const struct mdrv_new *what)
{
	u64 page = sysconf(_SC_PAGESIZE);
	int prot = (what->access & MDRV_R ? PROT_READ : 0) |
		   (what->access & MDRV_W ? PROT_WRITE : 0);

	if (what->pgoff >= page || what->map % page || !what->size ||
	    what->size > MDRV_TWIN_MAX * 16ull)
		return -EPROTO;
	if (device < 0) {
		mdrv_log(LOG_ERR, "%s: %s; device memory cannot be mapped", node,
			 strerror(open_error));
		return -open_error;
	}
	o->map_len = (what->pgoff + what->size + page - 1) & ~(page - 1);
	o->map = mmap(NULL, o->map_len, prot, MAP_SHARED, device, what->map);
	if (o->map == MAP_FAILED) {
		int rc = -errno;

		mdrv_log(LOG_ERR, "%s: mapping %llu bytes at %#llx: %s", node,
			 (unsigned long long)o->map_len, (unsigned long long)what->map,
			 strerror(errno));
		o->map = NULL;
		return rc;
	}
	o->addr = (u8 *)o->map + what->pgoff;
	o->size = what->size;
	return 0;
}

void mdrv_region_unmap(struct mdrv_obj *o)
{
	if (o->map)
		munmap(o->map, o->map_len);
}
