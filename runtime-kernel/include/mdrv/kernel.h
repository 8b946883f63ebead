/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a kernel half sees of mdrv.ko. An upcall and a downcall handler as generated code
 * has them, with what <mdrv/describe.h> gives it:
 *
 *	MDRV_PASSES(open, MDRV_AN_INT, MDRV_A_PTR(net_device, 0));
 *	int mdrv_up_open(struct net_device *dev)
 *	{
 *		return (int)mdrv_upcall(&mdrv_driver, MDRV_UP_open, MDRV_VN(-EIO),
 *					MDRV_VP(dev));
 *	}
 *
 *	MDRV_DOWNCALL(disable_irq, MDRV_DC_ACQUIRES, MDRV_NOTHING, MDRV_AN_INT)
 *	{
 *		unsigned int irq = MDRV_N(0, unsigned int);
 *
 *		disable_irq(irq);
 *		mdrv_took(mdrv_call, mdrv_call->drv, &mdrv_undo_irq_disabled, (u64)irq, 0);
 *		return 0;
 *	}
 *
 * A kernel half that is written by hand may make its upcalls step by step instead:
 * mdrv_upcall_begin(), mdrv_put_...(), mdrv_upcall_run(), mdrv_get_...(), mdrv_upcall_end().
 */
#ifndef _MDRV_KERNEL_H
#define _MDRV_KERNEL_H

#include <linux/types.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/err.h>
#define MDRV_NAMELESS
#ifdef CONFIG_DEBUG_LOCK_ALLOC
#include <linux/lockdep.h>
#define MDRV_LOCKDEP
#endif
#include <mdrv_plan.h>

struct net_device;
struct pci_dev;
struct platform_device;
struct resource;
struct device;
struct sk_buff;
struct task_struct;
struct mdrv_undo;
struct mdrv_session;
struct mdrv_state;

/**
 * struct mdrv_driver - a kernel half, as it registers itself
 * @plan:	its tables
 * @owner:	THIS_MODULE
 * @init:	the driver's own init function (may be NULL). It runs once, from a
 *		workqueue, when the first daemon attaches.
 * @exit:	the driver's own exit function (may be NULL). It runs in
 *		mdrv_driver_unregister() if @init ran and succeeded.
 * @state:	private to the runtime
 */
struct mdrv_driver {
	const struct mdrv_plan *plan;
	struct module *owner;
	int (*init)(void);
	void (*exit)(void);
	struct mdrv_state *state;
};

/**
 * mdrv_driver_register() - make a kernel half known; a daemon may then attach
 * @drv: the driver; must live until unregistered
 *
 * Context: process; may sleep. The kernel half's module_init.
 * Return: 0, -EEXIST (name taken), -EINVAL (tables of another ABI), -ENOMEM.
 */
int mdrv_driver_register(struct mdrv_driver *drv);

/**
 * mdrv_driver_unregister() - run the driver's exit, end its session, forget it
 * @drv: the driver
 *
 * Works with the daemon alive, dead and hung (then after the watchdog time).
 * Afterwards nothing of the driver is referenced or running.
 * Context: process; may sleep. The kernel half's module_exit.
 */
void mdrv_driver_unregister(struct mdrv_driver *drv);

#include <mdrv/describe.h>

#define MDRV_PTRS_MAX	16
#define MDRV_USERS_MAX	3
#define MDRV_USER_SPAN	(16 * 1024 * 1024)	/* behind an address of unknown length */

/**
 * struct mdrv_call - one crossing in progress, on the stack of its thread
 *
 * All members are private. The first failing put or get makes @error stick: the
 * rest become no-ops that return 0 or NULL, and run()/enter() report it. So
 * generated code needs no check of its own.
 */
struct mdrv_call {
	struct mdrv_driver *drv;
	struct mdrv_session *session;
	struct mdrv_call *parent;	/* the call whose downcall we are nested in */
	struct task_struct *task;
	struct list_head link;		/* in the session's list of chains */
	const void *owner;		/* whose holdings a MDRV_RELEASE undoes */
	const void *payer;		/* the outermost upcall's owner: acquires */
	u64 mark;			/* undo entries before it are not ours */
	u64 root;			/* identity of the outermost upcall */
	u32 func;
	u32 downcall;			/* the downcall being served */
	u32 chain;
	u32 slot;			/* our bit in the objects' masks */
	int error;
	struct {			/* ARGS received, being decoded */
		const u8 *at;
		const u8 *end;
	} in;
	struct {			/* ARGS to send, being encoded */
		u8 *base;
		u32 len;
		u32 cap;
	} out;
	struct sk_buff *skb;		/* that `in` points into */
	void *hold;			/* buffers and strings freed at the end */
	const void *ptrs[MDRV_PTRS_MAX]; /* arguments of the downcall being served */
	u32 nptrs;
	struct {			/* memory of the calling process: mdrv_put_user() */
		u64 addr;
		u64 len;
	} users[MDRV_USERS_MAX];
	u32 nusers;
	void *words;			/* what was copied from there: mdrv_saw_user() */
	u32 nwords;
	struct mdrv_undo *reserve;	/* for mdrv_acquired() */
	struct mdrv_undo *claim;	/* the same, in the log already: mdrv_claim() */
	unsigned long spent;		/* jiffies of user-side time */
	unsigned long spent_rtnl;	/* of these, while RTNL was held */
	u32 served;			/* downcalls */
	u64 made;			/* of those that it must make: a bit each */
	u32 depth;			/* upcalls of this thread that it is nested in */
	bool sent;
	bool torn;
	bool gave;			/* released what an earlier upcall acquired */
	bool allocated;			/* memory, for the user half */
	bool failed;			/* the result is an error */
	bool orphaned;			/* may be made again: mdrv_upcall_again() */
	bool broken;			/* torn after that: see mdrv_netdev_lost() */
	bool disorderly;		/* kept code was asked for what its state forbids */
	bool outside;			/* in a downcall's callee, monitor released */
};

/**
 * mdrv_may_wait() - may the caller of this wait for a process?
 *
 * For operations that all but few callers call where they may sleep: what calls
 * one otherwise is answered by the kernel half.
 *
 * Context: any. Return: true if it may; only a kernel with CONFIG_PREEMPT_COUNT
 * can tell, on others false.
 */
bool mdrv_may_wait(void);

/**
 * mdrv_upcall_begin() - start an upcall
 * @call:	uninitialised storage on the caller's stack
 * @drv:	the kernel half
 * @func:	number of the upcall in the plan
 * @owner:	what acquisitions made during the outermost upcall belong to:
 *		first pointer argument, or NULL. An address used as a key only.
 *
 * Takes the session's monitor. Without a session, in atomic context or beyond
 * MDRV_DEPTH_MAX it fails, nothing is held, and for a MDRV_RELEASE upcall all
 * that @owner holds has been undone.
 *
 * Context: process; may sleep, bounded by the watchdog.
 * Return: 0 or negative errno; only after 0 call mdrv_upcall_end().
 */
int mdrv_upcall_begin(struct mdrv_call *call, struct mdrv_driver *drv, u32 func,
		      const void *owner);

/**
 * mdrv_upcall_run() - send it, serve its downcalls, wait for the answer
 * @call: a begun call with its arguments put
 *
 * Downcall handlers run here, on this thread. Returns within the watchdog time
 * of the user half's last sign of progress.
 *
 * Return: 0 (results may be got) or negative errno (the session is dead or the
 * call refused; the caller returns its failure value).
 */
int mdrv_upcall_run(struct mdrv_call *call);

/**
 * mdrv_upcall_again() - may an upcall that has ended be made once more, from its begin?
 * @call:	it
 * @before:	false at first; keeps that it was
 *
 * Yes if its plan says MDRV_REPEATABLE, its user half died while it had it, all that it
 * did is undone, and there is another user half or one about to be. Never if it was
 * nested or gives something back, and once only.
 */
bool mdrv_upcall_again(struct mdrv_call *call, bool *before);

/**
 * mdrv_upcall_end() - release the monitor; settle acquisitions by plan mode
 * @call: the call
 */
void mdrv_upcall_end(struct mdrv_call *call);

/* Encoding and decoding; order is the contract. Monitor held. May sleep. */
void mdrv_put_int(struct mdrv_call *call, u64 value);
void mdrv_put_str(struct mdrv_call *call, const char *str);
u64 mdrv_get_int(struct mdrv_call *call);

/**
 * mdrv_put_ptr() - pass a kernel pointer as a capability
 * @call:	the call
 * @ptr:	NULL, ERR_PTR, or an object; @record says of which type unless it
 *		lies in an object tracked already. Its fields follow in SYNC.
 * @record:	record number, MDRV_REC_VOID (a tracked object or a handle)
 */
void mdrv_put_ptr(struct mdrv_call *call, const void *ptr, u32 record);

/**
 * mdrv_put_buf() - pass memory of the caller for the duration of the upcall
 * @call:	the call
 * @ptr:	kernel memory, valid until the upcall ends; may be NULL
 * @len:	bytes; more than MDRV_BUF_MAX fails the call
 * @access:	MDRV_R: contents are sent; MDRV_W: what the user half writes comes back
 */
void mdrv_put_buf(struct mdrv_call *call, void *ptr, u64 len, u32 access);

/**
 * mdrv_get_ptr() - translate a capability, checked for type, bounds, generation
 * @call:	the call
 * @record:	what the callee expects; MDRV_REC_VOID: any live object
 * @flags:	MDRV_NULLABLE, MDRV_ERRABLE
 * Return: the kernel pointer; NULL after a failure, too.
 */
void *mdrv_get_ptr(struct mdrv_call *call, u32 record, u32 flags);

/*
 * In the callee of a downcall: is a buffer shorter than @least, which its words could
 * not say? Then the call has failed, and nothing must be done.
 */
bool mdrv_is_short(struct mdrv_call *call, const void *buf, u64 len, u64 least);

/* Registry: memory of known size and type, for void * and for private areas. */

/**
 * mdrv_track() - an allocation made by the driver
 * @drv:	the driver
 * @addr:	its address
 * @size:	bytes
 * @kind:	enum mdrv_object
 * @record:	record number, for MDRV_O_RECORD
 * Context: process; may sleep. Return: 0 or -ENOMEM.
 */
int mdrv_track(struct mdrv_driver *drv, void *addr, u64 size, u32 kind, u32 record);

/**
 * mdrv_untrack() - it is about to be freed: drop its object, zap its mappings
 * Context: any, but not from NMI; returns at once when @addr is not tracked.
 */
void mdrv_untrack(struct mdrv_driver *drv, const void *addr);

/**
 * mdrv_is_our_irq() - may the driver use that interrupt, as far as can be told?
 * @drv:	the driver
 * @irq:	its number
 * Context: any; where it must not sleep, all are.
 */
bool mdrv_is_our_irq(struct mdrv_driver *drv, unsigned int irq);
/* The same of one that is to be enabled: and is it disabled? */
bool mdrv_may_enable_irq(struct mdrv_driver *drv, unsigned int irq);

/**
 * mdrv_alive() - kept code was given memory, perhaps where something known was freed
 * @drv:	the driver
 * @addr:	its address; NULL and the address of no bytes are left alone
 * @size:	bytes, 0: unknown
 * Context: as mdrv_untrack().
 */
void mdrv_alive(struct mdrv_driver *drv, const void *addr, u64 size);

/**
 * mdrv_kept_may_free() - may kept code free this now?
 *
 * Not if it does so within a downcall, and the memory holds what is held of the kernel: it
 * would not have come to that with an honest user half. Then the session ends, and the
 * memory is freed when that has been undone.
 * Context: as mdrv_untrack(). Return: whether the caller is to free it.
 */
bool mdrv_kept_may_free(struct mdrv_driver *drv, const void *addr);

/**
 * struct mdrv_undo_op - how one class of acquisition is undone; one for each class
 * @undo:	the inverse, given the arguments logged
 * @keys:	how many of the leading arguments identify an instance
 * @scoped:	a lock or the like: it must not outlive the outermost upcall. Undone
 *		whatever the mode when the upcall is torn, forgotten when it ends well;
 *		MDRV_OWNED: undone before the thread returns to user space
 * @frees:	one more than the number of the argument that is memory which @undo gives
 *		back: what else is held in there goes first. 0: none
 * @late:	may be held when its owner has been released: it goes with the last reference
 *		to something
 */
struct mdrv_undo_op {
	void (*undo)(const u64 *mdrv_v);
	u8 keys;
	u8 scoped;
	u8 frees;
	u8 late;
};

#define MDRV_OWNED	2	/* scoped, and held by a thread */

/**
 * mdrv_acquired() - log a successful acquisition, to be undone if need be
 * @call: the running downcall, or NULL in kept code: then it belongs to the upcall of
 *	  this driver that this thread is nested in, or else to its operation, see
 *	  mdrv_scope_begin(). Locks that kept code takes outside any upcall are not logged.
 * @drv:  the driver
 * @op:   its class
 * @a0:   arguments for @op->undo; the first @op->keys identify the instance
 *
 * If there is no memory to log it, the module cannot be unloaded any more.
 * Context: any but NMI.
 */
void mdrv_acquired(struct mdrv_call *call, struct mdrv_driver *drv,
		   const struct mdrv_undo_op *op,
		   u64 a0, u64 a1, u64 a2, u64 a3, u64 a4, u64 a5);
/* The same with two arguments. */
void mdrv_took(struct mdrv_call *call, struct mdrv_driver *drv, const struct mdrv_undo_op *op,
	       u64 a0, u64 a1);

/* An acquisition is about to be released in the regular way: forget it. Any context. */
void mdrv_released(struct mdrv_driver *drv, const struct mdrv_undo_op *op, u64 a0, u64 a1);

/*
 * Every instance of @op's class that has these first @keys has gone with something else,
 * or has become part of it: forget it. Any context.
 */
void mdrv_forget(struct mdrv_driver *drv, const struct mdrv_undo_op *op, u32 keys, u64 a0, u64 a1);

/*
 * For downcalls whose callee crashes or hangs when the user half has lost count,
 * or lies; the monitor is released. False: the call has failed, the callee must
 * not be called.
 *
 * mdrv_claim() - about to acquire what must not be held yet; mdrv_acquired() follows,
 *	or does not if the callee fails
 * mdrv_give_up() - mdrv_released() of what must be held
 * mdrv_may_free() - about to free the object at @addr: nothing that is held, but @op's
 *	own, may lie in it
 */
/*
 * Is the callee's condition met? Otherwise the call fails and the session ends:
 * the user half is out of order. After mdrv_downcall_enter().
 */
bool mdrv_require(struct mdrv_call *call, bool holds);
/* Does the driver hold any instance of this class? */
bool mdrv_holds(struct mdrv_driver *drv, const struct mdrv_undo_op *op);
/*
 * The same where kept code calls: may it? Always on its own account; on behalf of a
 * user half, as in a downcall of a kept function, only if @holds. Context: any but NMI.
 */
bool mdrv_kept_may(struct mdrv_driver *drv, bool holds);
/* The same for what must be held to be released; takes it from the log. */
bool mdrv_kept_gives_up(struct mdrv_driver *drv, const struct mdrv_undo_op *op, u64 a0, u64 a1);
bool mdrv_claim(struct mdrv_call *call, const struct mdrv_undo_op *op, u64 a0, u64 a1);
bool mdrv_give_up(struct mdrv_call *call, const struct mdrv_undo_op *op, u64 a0, u64 a1);
bool mdrv_may_free(struct mdrv_call *call, const struct mdrv_undo_op *op, const void *addr);

/* One operation of kept code in progress, on the stack of its thread; private. */
struct mdrv_scope {
	struct mdrv_driver *drv;
	struct list_head link;
	struct task_struct *task;
	const void *owner;
	u32 mode;
	bool torn;
	bool distrusted;		/* runs at the word of a user half */
};

/**
 * mdrv_scope_begin() - an operation that stayed in the kernel takes or releases things
 * @scope:	uninitialised storage on the stack
 * @drv:	the kernel half
 * @mode:	enum mdrv_mode. In a MDRV_RELEASE, if a call into the user half that it
 *		makes is not answered, all that @owner still holds is undone at its end.
 * @owner:	what belongs to it, as in mdrv_upcall_begin()
 *
 * Of nested operations and upcalls the outermost owns what is acquired.
 * Context: process. Return: @scope.
 */
struct mdrv_scope *mdrv_scope_begin(struct mdrv_scope *scope, struct mdrv_driver *drv, u32 mode,
				    const void *owner);
void mdrv_scope_end(struct mdrv_scope *scope);

/* At the start of a function's body; it ends however that is left. */
#define MDRV_SCOPE(mode, owner) \
	struct mdrv_scope mdrv_scope __attribute__((cleanup(mdrv_scope_end))), \
		*mdrv_scope_ __maybe_unused = \
			mdrv_scope_begin(&mdrv_scope, &mdrv_driver, mode, owner)

/**
 * mdrv_netdev_lost() - an operation on a network device was torn half-way
 * @dev: the device
 *
 * Called by an upcall stub when @call->broken says that the user half gave things
 * up and died before it took them again; what it had taken is undone. A running
 * device is closed without calling ndo_stop, which would release it all once more.
 * Context: process, RTNL held; may sleep.
 */
void mdrv_netdev_lost(struct net_device *dev);

/**
 * mdrv_io_mapped() - kept code has mapped registers: the user half may see them
 * @drv:	the driver
 * @managed:	device whose core unmaps them, or NULL: mdrv_io_unmapped() is called
 * @addr:	what the mapping function returned; ports are no memory, and left out
 * @size:	bytes
 * Context: process; may sleep.
 */
void mdrv_io_mapped(struct mdrv_driver *drv, struct device *managed, const volatile void *addr,
		    size_t size);
/* The same of each BAR in @mask that pcim_iomap_regions() has mapped. */
void mdrv_io_mapped_bars(struct mdrv_driver *drv, struct pci_dev *pdev, int mask);
/* They are about to be unmapped. No process sees them any more when this returns. */
void mdrv_io_unmapped(struct mdrv_driver *drv, const volatile void *addr);
void mdrv_io_unmapped_bars(struct mdrv_driver *drv, struct pci_dev *pdev, int mask);

/*
 * Stand-ins for kernel functions that need the runtime's checking or tracking
 * ("via" in the knowledge base). Same contracts as the originals, callable from
 * downcall handlers between enter and leave; all arguments distrusted. Those that
 * end in _trusted are for kept code, in any context in which it may call the original,
 * and to release what the undo log vouches for: they do what the original does.
 */
void __iomem *mdrv_via_ioremap(struct mdrv_driver *drv, phys_addr_t phys, size_t size);
void mdrv_via_iounmap(struct mdrv_driver *drv, void __iomem *addr);
void __iomem *mdrv_via_pci_iomap(struct mdrv_driver *drv, struct pci_dev *pdev, int bar,
				 unsigned long maxlen);
void mdrv_via_pci_iounmap(struct mdrv_driver *drv, struct pci_dev *pdev, void __iomem *addr);
void __iomem *mdrv_via_pci_ioremap_bar(struct mdrv_driver *drv, struct pci_dev *pdev, int bar);
void __iomem *mdrv_via_pci_ioremap_bar_trusted(struct mdrv_driver *drv, struct pci_dev *pdev,
					       int bar);
void *mdrv_via_dma_alloc_attrs(struct mdrv_driver *drv, struct device *dev, size_t size,
			       dma_addr_t *handle, gfp_t gfp, unsigned long attrs);
void mdrv_via_dma_free_attrs(struct mdrv_driver *drv, struct device *dev, size_t size,
			     void *addr, dma_addr_t handle, unsigned long attrs);

void __iomem *mdrv_via_ioremap_trusted(struct mdrv_driver *drv, phys_addr_t phys, size_t size);
void mdrv_via_iounmap_trusted(struct mdrv_driver *drv, void __iomem *addr);
void __iomem *mdrv_via_pci_iomap_trusted(struct mdrv_driver *drv, struct pci_dev *pdev, int bar,
					 unsigned long maxlen);
void mdrv_via_pci_iounmap_trusted(struct mdrv_driver *drv, struct pci_dev *pdev,
				  void __iomem *addr);
void *mdrv_via_dma_alloc_attrs_trusted(struct mdrv_driver *drv, struct device *dev, size_t size,
				       dma_addr_t *handle, gfp_t gfp, unsigned long attrs);
void mdrv_via_dma_free_attrs_trusted(struct mdrv_driver *drv, struct device *dev, size_t size,
				     void *addr, dma_addr_t handle, unsigned long attrs);

/*
 * Registers that the device core unmaps. Of a user half's, only what lies in a BAR or a
 * resource of a device that is bound to the driver.
 */
void __iomem *mdrv_via_devm_ioremap(struct mdrv_driver *drv, struct device *dev,
				    resource_size_t phys, resource_size_t size);
void __iomem *mdrv_via_devm_ioremap_trusted(struct mdrv_driver *drv, struct device *dev,
					    resource_size_t phys, resource_size_t size);
void __iomem *mdrv_via_devm_ioremap_resource(struct mdrv_driver *drv, struct device *dev,
					     const struct resource *res);
void __iomem *mdrv_via_devm_ioremap_resource_trusted(struct mdrv_driver *drv, struct device *dev,
						     const struct resource *res);
void __iomem *mdrv_via_devm_platform_ioremap_resource(struct mdrv_driver *drv,
						      struct platform_device *pdev,
						      unsigned int index);
void __iomem *mdrv_via_devm_platform_ioremap_resource_trusted(struct mdrv_driver *drv,
							      struct platform_device *pdev,
							      unsigned int index);
void __iomem *mdrv_via_devm_platform_ioremap_resource_byname(struct mdrv_driver *drv,
							     struct platform_device *pdev,
							     const char *name);
void __iomem *
mdrv_via_devm_platform_ioremap_resource_byname_trusted(struct mdrv_driver *drv,
						       struct platform_device *pdev,
						       const char *name);
void __iomem *
mdrv_via_devm_platform_get_and_ioremap_resource(struct mdrv_driver *drv,
						struct platform_device *pdev,
						unsigned int index, struct resource **res);
void __iomem *
mdrv_via_devm_platform_get_and_ioremap_resource_trusted(struct mdrv_driver *drv,
							struct platform_device *pdev,
							unsigned int index,
							struct resource **res);
void __iomem *mdrv_via_pcim_iomap(struct mdrv_driver *drv, struct pci_dev *pdev, int bar,
				  unsigned long maxlen);
void __iomem *mdrv_via_pcim_iomap_trusted(struct mdrv_driver *drv, struct pci_dev *pdev, int bar,
					  unsigned long maxlen);
int mdrv_via_pcim_iomap_regions(struct mdrv_driver *drv, struct pci_dev *pdev, int mask,
				const char *name);
int mdrv_via_pcim_iomap_regions_trusted(struct mdrv_driver *drv, struct pci_dev *pdev, int mask,
					const char *name);
int mdrv_via_pcim_iomap_regions_request_all(struct mdrv_driver *drv, struct pci_dev *pdev,
					    int mask, const char *name);
int mdrv_via_pcim_iomap_regions_request_all_trusted(struct mdrv_driver *drv, struct pci_dev *pdev,
						    int mask, const char *name);
/* An element of pcim_iomap_table(), which is all that user halves see of it. */
void __iomem *mdrv_pcim_bar(struct pci_dev *pdev, int bar);

/*
 * Actions of the device core: entries of the undo log until they run. What their owner
 * took before is not undone until then.
 */
int mdrv_via_devm_add_action(struct mdrv_driver *drv, struct device *dev, void (*fn)(void *),
			     void *data);
int mdrv_via_devm_add_action_or_reset(struct mdrv_driver *drv, struct device *dev,
				      void (*fn)(void *), void *data);
int mdrv_via_devm_add_action_trusted(struct mdrv_driver *drv, struct device *dev,
				     void (*fn)(void *), void *data);
void mdrv_via_devm_release_action_trusted(struct mdrv_driver *drv, struct device *dev,
					  void (*fn)(void *), void *data);
void mdrv_via_devm_remove_action_trusted(struct mdrv_driver *drv, struct device *dev,
					 void (*fn)(void *), void *data);

/* The same when a torn upcall is undone: the device may not have been stopped. */
void mdrv_via_dma_abandon(struct mdrv_driver *drv, struct device *dev, size_t size,
			  void *addr, dma_addr_t handle, unsigned long attrs);

#include <mdrv/lockclass.h>

#ifdef _LINUX_I2C_H
#include <mdrv/i2c.h>
#endif

#endif /* _MDRV_KERNEL_H */
