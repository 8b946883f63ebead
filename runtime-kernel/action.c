// SPDX-License-Identifier: GPL-2.0-only
/*
 * Actions that a driver hands to the device core (devm_add_action()): functions that
 * stayed in the kernel, run when the device is unbound. Each is an entry of the undo
 * log, and a wall in it: what its owner took before is not undone before it has run,
 * since that is what it may give back, and what was set up after it is still there.
 */
#include <linux/device.h>
#include <linux/slab.h>
#include "internal.h"

/* A resource of the device, so that it runs in order with the others. */
struct action {
	struct mdrv_state *st;
	void (*fn)(void *data);
	void *data;
	bool by_user;
};

/* At the word of a user half what it releases has to be held. */
static void run(struct action *action, const void *owner)
{
	struct mdrv_state *st = action->st;
	struct mdrv_scope scope;

	mdrv_scope_begin(&scope, st->drv, MDRV_PLAIN, owner);
	scope.distrusted = action->by_user;
	action->fn(action->data);
	mdrv_scope_end(&scope);
}

/* The device core calls it, or devres_release(): once. */
static void action_release(struct device *dev, void *res)
{
	struct action *action = res;
	struct mdrv_state *st = action->st;
	const void *owner = NULL;
	bool logged;

	spin_lock_irq(&st->lock);
	st->acting++;
	logged = mdrv_undo_drop_action(st, action, &owner);
	spin_unlock_irq(&st->lock);
	run(action, owner);
	mdrv_undo_due(st, owner);
	spin_lock_irq(&st->lock);
	st->acting--;
	wake_up_all(&st->idle);
	spin_unlock_irq(&st->lock);
	mdrv_state_put(st);
	if (logged)
		put_device(dev);
	module_put(THIS_MODULE);
}

static int is_same(struct device *dev, void *res, void *data)
{
	return res == data;
}

/* Before its time: what it is named by goes, or the driver does. */
static void undo_action(const u64 *v)
{
	struct device *dev = (struct device *)(uintptr_t)v[2];

	devres_release(dev, action_release, is_same, (void *)(uintptr_t)v[1]);
	put_device(dev);
}

const struct mdrv_undo_op mdrv_undo_action_op = { .undo = undo_action, .keys = 2 };

/*
 * Does @dev lie in what @call takes things for? Its unbinding then follows when those
 * are to be undone. Code that runs on nobody's behalf is taken at its word.
 */
static bool is_owners(struct mdrv_state *st, const struct mdrv_call *call,
		      const struct device *dev)
{
	unsigned long owner = call ? (unsigned long)call->payer : 0;
	struct mdrv_obj *o;

	if (!call)
		return true;
	o = owner && st->session ? mdrv_range_find(st->session, owner, 1) : NULL;
	return o && o->kind == MDRV_O_RECORD && (unsigned long)dev - o->addr < o->size;
}

static int add(struct mdrv_driver *drv, struct device *dev, void (*fn)(void *), void *data)
{
	struct mdrv_state *st = drv->state;
	struct action *action = devres_alloc(action_release, sizeof(*action), GFP_KERNEL);
	const struct mdrv_call *call;
	bool wall;
	int err;

	if (!action)
		return -ENOMEM;
	*action = (struct action){ .st = st, .fn = fn, .data = data };
	spin_lock_irq(&st->lock);
	call = mdrv_call_current(st);
	action->by_user = call;
	wall = is_owners(st, call, dev);
	spin_unlock_irq(&st->lock);
	get_device(dev);
	err = mdrv_undo_log_action(st, action, data, dev, wall);
	if (err) {
		put_device(dev);
		devres_free(action);
		return err;
	}
	mdrv_state_get(st);
	__module_get(THIS_MODULE);
	devres_add(dev, action);
	return 0;
}

int mdrv_via_devm_add_action(struct mdrv_driver *drv, struct device *dev, void (*fn)(void *),
			     void *data)
{
	return add(drv, dev, fn, data);
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_add_action);

int mdrv_via_devm_add_action_trusted(struct mdrv_driver *drv, struct device *dev,
				     void (*fn)(void *), void *data)
{
	return drv->state ? add(drv, dev, fn, data) : devm_add_action(dev, fn, data);
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_add_action_trusted);

int mdrv_via_devm_add_action_or_reset(struct mdrv_driver *drv, struct device *dev,
				      void (*fn)(void *), void *data)
{
	int err = add(drv, dev, fn, data);

	if (err)
		fn(data);
	return err;
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_add_action_or_reset);

/* What devm_release_action() and devm_remove_action() look for. */
static int is_pair(struct device *dev, void *res, void *data)
{
	const struct action *action = res, *wanted = data;

	return action->fn == wanted->fn && action->data == wanted->data;
}

/* Kept code takes one back, with (@runs) or without running it. */
static bool take_back(struct device *dev, void (*fn)(void *), void *data, bool runs)
{
	struct action wanted = { .fn = fn, .data = data }, *action;
	const void *owner;
	bool logged;

	if (runs)
		return !devres_release(dev, action_release, is_pair, &wanted);
	action = devres_remove(dev, action_release, is_pair, &wanted);
	if (!action)
		return false;
	spin_lock_irq(&action->st->lock);
	logged = mdrv_undo_drop_action(action->st, action, &owner);
	spin_unlock_irq(&action->st->lock);
	if (logged)
		put_device(dev);
	mdrv_state_put(action->st);
	devres_free(action);
	module_put(THIS_MODULE);
	return true;
}

void mdrv_via_devm_release_action_trusted(struct mdrv_driver *drv, struct device *dev,
					  void (*fn)(void *), void *data)
{
	if (!take_back(dev, fn, data, true))
		devm_release_action(dev, fn, data);
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_release_action_trusted);

void mdrv_via_devm_remove_action_trusted(struct mdrv_driver *drv, struct device *dev,
					 void (*fn)(void *), void *data)
{
	if (!take_back(dev, fn, data, false))
		devm_remove_action(dev, fn, data);
}
EXPORT_SYMBOL_GPL(mdrv_via_devm_remove_action_trusted);
