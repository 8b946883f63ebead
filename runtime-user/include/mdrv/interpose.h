/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Included after the last #include of every source file of the driver in its
 * user half: names that mean something else in a process. Generated files may
 * include it as well. Register and memory functions first publish what the
 * twins changed, so that hardware and kernel see writes in program order.
 */
#ifndef _MDRV_INTERPOSE_H
#define _MDRV_INTERPOSE_H

#include <mdrv/user.h>

/* The driver's text is configured as in the kernel half, or its plan does not fit. */
#ifdef MDRV_DYNAMIC_DEBUG
#define CONFIG_DYNAMIC_DEBUG	1
#endif

/* Registration of the module and its parameters is the kernel half's. */
#undef module_init
#define module_init(fn)
#undef module_exit
#define module_exit(fn)
#undef module_driver
#define module_driver(...)
#undef builtin_driver
#define builtin_driver(...)
#undef module_param
#define module_param(name, type, perm)
#undef module_param_named
#define module_param_named(name, value, type, perm)
#undef module_param_unsafe
#define module_param_unsafe(name, type, perm)
#undef module_param_cb
#define module_param_cb(name, ops, arg, perm)
#undef module_param_hw
#define module_param_hw(name, type, hwtype, perm)
#undef module_param_hw_array
#define module_param_hw_array(name, type, hwtype, nump, perm)
#undef module_param_array
#define module_param_array(name, type, nump, perm)
#undef module_param_array_named
#define module_param_array_named(name, array, type, nump, perm)
#undef module_param_string
#define module_param_string(name, string, len, perm)
#undef MODULE_PARM_DESC
#define MODULE_PARM_DESC(parm, desc)
#undef MODULE_INFO
#define MODULE_INFO(tag, info)
#undef MODULE_ALIAS
#define MODULE_ALIAS(alias)
#undef MODULE_SOFTDEP
#define MODULE_SOFTDEP(dep)
#undef MODULE_FILE
#define MODULE_FILE
#undef MODULE_LICENSE
#define MODULE_LICENSE(license)
#undef MODULE_AUTHOR
#define MODULE_AUTHOR(author)
#undef MODULE_DESCRIPTION
#define MODULE_DESCRIPTION(description)
#undef MODULE_VERSION
#define MODULE_VERSION(version)
#undef MODULE_FIRMWARE
#define MODULE_FIRMWARE(firmware)
#undef MODULE_IMPORT_NS
#define MODULE_IMPORT_NS(ns)
#undef MODULE_DEVICE_TABLE
#define MODULE_DEVICE_TABLE(type, name)

/* Nothing is freed after init here, and section names would only confuse. */
#undef __init
#define __init
#undef __exit
#define __exit		__maybe_unused
#undef __initdata
#define __initdata
#undef __initconst
#define __initconst
#undef __exitdata
#define __exitdata
#undef __devinit
#define __devinit

/* "Once" counts from the loading of the kernel half, not of this process. */
#undef __ONCE_LITE_IF
#define __ONCE_LITE_IF(condition)						\
	({									\
		static bool __mdrv_done;					\
		bool __mdrv_first = !!(condition) && !__mdrv_done;		\
										\
		if (unlikely(__mdrv_first)) {					\
			__mdrv_done = true;					\
			__mdrv_first = mdrv_once(__FILE__, __LINE__);		\
		}								\
		unlikely(__mdrv_first);						\
	})
#undef DO_ONCE_LITE_IF
#define DO_ONCE_LITE_IF(condition, func, ...)					\
	({									\
		bool __ret_do_once = !!(condition);				\
										\
		if (__ONCE_LITE_IF(__ret_do_once))				\
			func(__VA_ARGS__);					\
										\
		unlikely(__ret_do_once);					\
	})

/*
 * A variable of the kernel; here computed from the clock that both share. Where the
 * driver has members of that name (generated code says so) no macro may have it:
 * then it is a variable here too, and somebody has to keep it going.
 */
#ifdef MDRV_MEMBER_jiffies
static void __attribute__((constructor)) __maybe_unused mdrv_jiffies_runs(void)
{
	mdrv_jiffies_tick();
}
#else
#undef jiffies
#define jiffies		(*mdrv_jiffies())
#endif

/* The kernel thread in whose name this runs is out of reach. */
#ifdef current
#undef current
#define current									\
	({									\
		mdrv_trap("current, at " __FILE__ ":" __stringify(__LINE__));	\
		(struct task_struct *)NULL;					\
	})
#endif

/*
 * Memory that outlives an upcall belongs to the kernel half. What a site
 * allocates stands in the plan; sites that it does not list get local memory.
 */
static __always_inline void *mdrv_alloc_array(const char *file, u32 line, size_t n, size_t size,
					      gfp_t gfp)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		return NULL;
	return mdrv_alloc(file, line, bytes, (__force u32)gfp);
}

#define MDRV_ALLOC(size, gfp)							\
	mdrv_alloc(__FILE__, __LINE__, (size), (__force u32)(gfp))
#define MDRV_ALLOC_ARRAY(n, size, gfp)						\
	mdrv_alloc_array(__FILE__, __LINE__, (n), (size), (gfp))

#ifdef __GFP_ZERO
#undef kmalloc
#define kmalloc(size, gfp)		MDRV_ALLOC(size, gfp)
#undef kzalloc
#define kzalloc(size, gfp)		MDRV_ALLOC(size, (gfp) | __GFP_ZERO)
#undef kmalloc_node
#define kmalloc_node(size, gfp, node)	MDRV_ALLOC(size, gfp)
#undef kzalloc_node
#define kzalloc_node(size, gfp, node)	MDRV_ALLOC(size, (gfp) | __GFP_ZERO)
#undef kvmalloc
#define kvmalloc(size, gfp)		MDRV_ALLOC(size, gfp)
#undef kvzalloc
#define kvzalloc(size, gfp)		MDRV_ALLOC(size, (gfp) | __GFP_ZERO)
#undef vmalloc
#define vmalloc(size)			MDRV_ALLOC(size, GFP_KERNEL)
#undef vzalloc
#define vzalloc(size)			MDRV_ALLOC(size, GFP_KERNEL | __GFP_ZERO)
#undef kmalloc_array
#define kmalloc_array(n, size, gfp)	MDRV_ALLOC_ARRAY(n, size, gfp)
#undef kcalloc
#define kcalloc(n, size, gfp)		MDRV_ALLOC_ARRAY(n, size, (gfp) | __GFP_ZERO)
#undef kvmalloc_array
#define kvmalloc_array(n, size, gfp)	MDRV_ALLOC_ARRAY(n, size, gfp)
#undef kvcalloc
#define kvcalloc(n, size, gfp)		MDRV_ALLOC_ARRAY(n, size, (gfp) | __GFP_ZERO)
#undef kmemdup
#define kmemdup(src, len, gfp)							\
	mdrv_memdup(__FILE__, __LINE__, (src), (len), (__force u32)(gfp))

/* Strings are made by the library, and handed over where the plan has it. */
#define MDRV_TEXT(call, gfp)							\
	({									\
		char *__mdrv_text = (char *)(call);				\
										\
		(char *)mdrv_hand_over(__FILE__, __LINE__, __mdrv_text,		\
				       __mdrv_text ? strlen(__mdrv_text) + 1 : 0,	\
				       (__force u32)(gfp));			\
	})
#define kstrdup(s, gfp)			MDRV_TEXT((kstrdup)(s, gfp), gfp)
#define kstrdup_const(s, gfp)		MDRV_TEXT((kstrdup_const)(s, gfp), gfp)
#define kstrndup(s, max, gfp)		MDRV_TEXT((kstrndup)(s, max, gfp), gfp)
#define kasprintf(gfp, ...)		MDRV_TEXT((kasprintf)(gfp, __VA_ARGS__), gfp)

/* Memory of a device, from <linux/device.h>: freed by the device core. */
#define devm_kmalloc(dev, size, gfp)						\
	mdrv_managed(__FILE__, __LINE__, (dev), (size), (__force u32)(gfp))
#define devm_kzalloc(dev, size, gfp)	devm_kmalloc(dev, size, (gfp) | __GFP_ZERO)
#define devm_kmemdup(dev, src, len, gfp)					\
	mdrv_managed_dup(__FILE__, __LINE__, (dev), (src), (len), (__force u32)(gfp))
static __always_inline void *mdrv_managed_array(const char *file, u32 line, const void *dev,
						size_t n, size_t size, gfp_t gfp)
{
	size_t bytes;

	if (__builtin_mul_overflow(n, size, &bytes))
		return NULL;
	return mdrv_managed(file, line, dev, bytes, (__force u32)gfp);
}
#define devm_kmalloc_array(dev, n, size, gfp)					\
	mdrv_managed_array(__FILE__, __LINE__, (dev), (n), (size), (gfp))
#define devm_kcalloc(dev, n, size, gfp)	devm_kmalloc_array(dev, n, size, (gfp) | __GFP_ZERO)
#define MDRV_MANAGED_TEXT(dev, call, gfp)					\
	({									\
		char *__mdrv_text = (call);					\
		char *__mdrv_kept = !__mdrv_text ? NULL :			\
			mdrv_managed_dup(__FILE__, __LINE__, (dev), __mdrv_text,	\
					 strlen(__mdrv_text) + 1, (__force u32)(gfp)); \
										\
		mdrv_free(__mdrv_text);						\
		__mdrv_kept;							\
	})
#define devm_kstrdup(dev, s, gfp)	MDRV_MANAGED_TEXT(dev, (kstrdup)(s, gfp), gfp)
#define devm_kasprintf(dev, gfp, ...)	MDRV_MANAGED_TEXT(dev, (kasprintf)(gfp, __VA_ARGS__), gfp)
#endif /* __GFP_ZERO */

/*
 * A register write may start the hardware on what was written before it. The names
 * stay what they are, since drivers have members of them: what comes first among the
 * arguments is published once it has been computed, whoever is called with it.
 */
#ifdef writel
#define MDRV_PUBLISHED(value)							\
	({									\
		__typeof__(1 ? (value) : (value)) __mdrv_value = (value);	\
										\
		mdrv_publish();							\
		__mdrv_value;							\
	})
#define MDRV_PUBLISH(first, ...)	MDRV_PUBLISHED(first) __VA_OPT__(,) __VA_ARGS__
#define MDRV_MMIO_ARGS(...)		__VA_OPT__(MDRV_PUBLISH(__VA_ARGS__))

#undef writeb
#define writeb(...)			writeb(MDRV_MMIO_ARGS(__VA_ARGS__))
#undef writew
#define writew(...)			writew(MDRV_MMIO_ARGS(__VA_ARGS__))
#undef writel
#define writel(...)			writel(MDRV_MMIO_ARGS(__VA_ARGS__))
#define __writeb(...)			__writeb(MDRV_MMIO_ARGS(__VA_ARGS__))
#define __writew(...)			__writew(MDRV_MMIO_ARGS(__VA_ARGS__))
#define __writel(...)			__writel(MDRV_MMIO_ARGS(__VA_ARGS__))
#ifdef writeq
#undef writeq
#define writeq(...)			writeq(MDRV_MMIO_ARGS(__VA_ARGS__))
#define __writeq(...)			__writeq(MDRV_MMIO_ARGS(__VA_ARGS__))
#endif

/* The kernel's own, over these. */
#undef writeb_relaxed
#define writeb_relaxed(value, addr)	__writeb(value, addr)
#undef writew_relaxed
#define writew_relaxed(value, addr)	__writew(value, addr)
#undef writel_relaxed
#define writel_relaxed(value, addr)	__writel(value, addr)
#undef __raw_writeb
#define __raw_writeb			__writeb
#undef __raw_writew
#define __raw_writew			__writew
#undef __raw_writel
#define __raw_writel			__writel
#endif /* writel */

/*
 * A file with DEBUG defined prints its debug messages by default. The plan knows of no
 * crossing for them: with dynamic debug, as the kernel half has it, they are not printk().
 */
#if defined(DEBUG) && defined(MDRV_DYNAMIC_DEBUG)
static __maybe_unused __attribute__((format(printf, 1, 2)))
void mdrv_debug(const char *fmt, ...)
{
	__builtin_va_list args;

	__builtin_va_start(args, fmt);
	mdrv_vlog(fmt, args);
	__builtin_va_end(args);
}
#undef pr_debug
#define pr_debug(fmt, ...)		mdrv_debug(pr_fmt(fmt), ##__VA_ARGS__)
#undef dev_dbg
#define dev_dbg(dev, fmt, ...)						\
	({									\
		(void)(dev);							\
		mdrv_debug(dev_fmt(fmt), ##__VA_ARGS__);			\
	})
#undef netdev_dbg
#define netdev_dbg(dev, fmt, ...)					\
	({									\
		(void)(dev);							\
		mdrv_debug(fmt, ##__VA_ARGS__);					\
	})
#undef pr_debug_ratelimited
#define pr_debug_ratelimited		pr_debug
#undef dev_dbg_ratelimited
#define dev_dbg_ratelimited		dev_dbg
#undef net_dbg_ratelimited
#define net_dbg_ratelimited		pr_debug
#undef print_hex_dump_debug
#define print_hex_dump_debug(...)					\
	do {								\
		if (0)							\
			print_hex_dump(KERN_DEBUG, ##__VA_ARGS__);	\
	} while (0)
#endif

#endif /* _MDRV_INTERPOSE_H */
