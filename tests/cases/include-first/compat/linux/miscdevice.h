/* SPDX-License-Identifier: GPL-2.0-only */
/* Stands before the kernel's header of this name, as compatibility layers do. */
#include_next <linux/miscdevice.h>
#include <linux/misc_device_compat.h>
