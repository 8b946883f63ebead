/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Included before everything else in a generated kernel half: the driver's own headers
 * may declare functions with these attributes, and the first declaration decides on the
 * section. The driver's init runs when a daemon attaches: it stays in memory, and what
 * it writes is writable.
 */
#ifndef __ASSEMBLY__
#include <linux/cache.h>
#include <linux/init.h>
#undef __init
#define __init
#undef __exit
#define __exit
#undef __initdata
#define __initdata
#undef __initconst
#define __initconst
#undef __exitdata
#define __exitdata
#undef __exitconst
#define __exitconst
#undef __ro_after_init
#define __ro_after_init
#endif
