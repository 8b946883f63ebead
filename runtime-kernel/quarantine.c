// SPDX-License-Identifier: GPL-2.0-only
/*
 * DMA memory of a torn upcall. The user half may have told the device about it
 * and died before it could stop the device, so the memory must not go to anybody
 * else yet. It is freed when the device cannot write to it any more: it is no bus
 * master, or an operation has since succeeded and programmed it anew. If its
 * owner holds nothing else, its interrupt line is off until it takes something again:
 * nobody is left to handle what the device may raise.
 */
#include <linux/dma-mapping.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include "internal.h"

struct mdrv_limbo {
	struct list_head link;		/* state->limbo */
	const void *owner;		/* whose operation was torn */
	u32 func;			/* the operation: its upcall */
	struct device *dev;		/* referenced */
	void *addr;
	size_t size;
	dma_addr_t handle;
	unsigned long attrs;
	bool muted;
};

static bool can_write(struct device *dev)
{
	return !dev_is_pci(dev) || to_pci_dev(dev)->is_busmaster;
}

static bool mute(struct device *dev)
{
	u16 command;

	if (!dev_is_pci(dev))
		return false;
	pci_read_config_word(to_pci_dev(dev), PCI_COMMAND, &command);
	if (command & PCI_COMMAND_INTX_DISABLE)
		return false;
	pci_intx(to_pci_dev(dev), 0);
	return true;
}

static struct mdrv_call *outermost(struct mdrv_call *call)
{
	while (call && call->parent)
		call = call->parent;
	return call;
}

static struct mdrv_limbo *limbo_new(struct mdrv_entry *e)
{
	struct mdrv_limbo *limbo = kzalloc(sizeof(*limbo), GFP_KERNEL | __GFP_NOFAIL);

	limbo->dev = e->dev;
	limbo->addr = (void *)e->addr;
	limbo->size = e->size;
	limbo->handle = e->handle;
	limbo->attrs = e->attrs;
	kfree(e);
	return limbo;
}

static void set_free(struct mdrv_limbo *limbo)
{
	dma_free_attrs(limbo->dev, limbo->size, limbo->addr, limbo->handle, limbo->attrs);
	put_device(limbo->dev);
	kfree(limbo);
}

void mdrv_via_dma_abandon(struct mdrv_driver *drv, struct device *dev, size_t size,
			  void *addr, dma_addr_t handle, unsigned long attrs)
{
	struct mdrv_state *st = drv->state;
	struct mdrv_session *s;
	struct mdrv_entry *e = addr ? mdrv_via_take(st, (unsigned long)addr, false, &s) : NULL;
	struct mdrv_limbo *limbo;
	struct mdrv_call *call;
	bool idle;

	if (!e)
		return;
	if (s) {
		mdrv_chardev_zap(s);
		mdrv_session_put(s);
	}
	limbo = limbo_new(e);
	if (!can_write(limbo->dev)) {
		set_free(limbo);
		return;
	}
	spin_lock_irq(&st->lock);
	call = outermost(mdrv_call_current(st));
	limbo->owner = call ? call->owner : mdrv_scope_owner(st);
	limbo->func = call ? call->func : 0;
	idle = !mdrv_undo_holds(st, limbo->owner, 0);
	spin_unlock_irq(&st->lock);
	limbo->muted = idle && mute(limbo->dev);
	spin_lock_irq(&st->lock);
	list_add_tail(&limbo->link, &st->limbo);
	spin_unlock_irq(&st->lock);
}
EXPORT_SYMBOL_GPL(mdrv_via_dma_abandon);

/* Has a call that ended well programmed the device anew? Then it took memory, too. */
static bool is_redone(struct mdrv_state *st, const struct mdrv_limbo *limbo,
		      const struct mdrv_call *redone)
{
	return redone && limbo->owner == redone->owner &&
	       (limbo->func == redone->func || mdrv_undo_holds(st, redone->owner, redone->root));
}

void mdrv_limbo_settle(struct mdrv_state *st, const struct mdrv_call *redone, bool all)
{
	struct mdrv_limbo *limbo, *next;
	LIST_HEAD(over);

	if (list_empty_careful(&st->limbo))
		return;
	spin_lock_irq(&st->lock);
	list_for_each_entry_safe(limbo, next, &st->limbo, link) {
		if (all || is_redone(st, limbo, redone) || !can_write(limbo->dev))
			list_move_tail(&limbo->link, &over);
	}
	spin_unlock_irq(&st->lock);
	list_for_each_entry_safe(limbo, next, &over, link)
		set_free(limbo);
}

void mdrv_limbo_unmute(struct mdrv_state *st, const void *owner)
{
	struct mdrv_limbo *limbo;
	unsigned long flags;
	struct device *dev;

	if (list_empty_careful(&st->limbo))
		return;
	do {
		dev = NULL;
		spin_lock_irqsave(&st->lock, flags);
		list_for_each_entry(limbo, &st->limbo, link) {
			if (limbo->muted && limbo->owner == owner) {
				limbo->muted = false;
				dev = get_device(limbo->dev);
				break;
			}
		}
		spin_unlock_irqrestore(&st->lock, flags);
		if (dev) {
			pci_intx(to_pci_dev(dev), 1);
			put_device(dev);
		}
	} while (dev);
}
