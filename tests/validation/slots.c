// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/workqueue.h>
#include <linux/timer.h>

struct ops {
	int version;
	void (*open)(void);
	void (*close)(void);
	struct {
		void (*inner)(void);
	} nested;
};

struct device_state {
	struct ops ops;
	struct work_struct work;
	struct timer_list timer;
	void (*callback)(void);
};

static void designated(void) {}
static void positional(void) {}
static void inside(void) {}
static void element(void) {}
static void assigned(void) {}
static void first_choice(void) {}
static void second_choice(void) {}
static void literal(void) {}
static void local_table(void) {}
static void by_address(void) {}
static void passed(void) {}
static void compared(void) {}
static void cast_away(void) {}
static void only_called(void) {}
static void worker(struct work_struct *work) {}
static void expired(struct timer_list *timer) {}

static void deep(void) {}

static struct device_state states[] = {
	{ { 1, positional, NULL, { deep } }, .callback = positional },
};
static const struct ops table = {
	.open = designated,
	.nested.inner = inside,
	.close = (void (*)(void))cast_away,
};
static struct ops positions = { 1, positional, };
static struct ops array[] = {
	[1] = { .close = element },
};

void take(void (*callback)(void), int number);

void setup(struct device_state *state, int choose)
{
	struct ops local = { .open = local_table };

	state->callback = assigned;
	state->ops.open = choose ? first_choice : second_choice;
	state->ops = (struct ops){ .close = literal };
	state->ops.close = &by_address;
	take(passed, 1);
	if (state->callback == compared)
		only_called();
	INIT_WORK(&state->work, worker);
	timer_setup(&state->timer, expired, 0);
	state->ops.open();
	(*state->ops.close)();
	local.open();
	(only_called)();
	(*only_called)();
}

const void *tables(void)
{
	if (states->ops.version)
		return states;
	return array->version ? (const void *)&table : &positions;
}

MODULE_LICENSE("GPL");
/*
 * check-name: functions used as values, and calls through fields
 * expect: designated: ref .* slot struct ops.open global=table
 * expect: inside: ref .* slot .inner global=table
 * expect: cast_away: ref .* slot struct ops.close global=table
 * expect: positional: ref .* slot struct ops.open global=positions
 * expect: positional: ref .* slot struct device_state.callback global=states
 * expect: deep: ref .* slot .inner global=states
 * expect: element: ref .* slot struct ops.close global=array
 * expect: assigned: ref .* slot struct device_state.callback in=setup
 * expect: first_choice: ref .* slot struct ops.open in=setup
 * expect: second_choice: ref .* slot struct ops.open in=setup
 * expect: literal: ref .* slot struct ops.close in=setup
 * expect: local_table: ref .* slot struct ops.open in=setup
 * expect: by_address: ref .* slot struct ops.close in=setup
 * expect: passed: ref .* argument 0 of take in=setup
 * expect: compared: ref .* in=setup
 * reject: only_called: ref
 * expect: worker: ref .* slot struct work_struct.func in=setup
 * expect: expired: ref .* argument 1 of init_timer_key in=setup
 * expect: setup: call 69:2 slot struct ops.open
 * expect: setup: call 70:2 slot struct ops.close
 * expect: setup: call 71:2 slot struct ops.open
 * expect: setup: call 72:2 only_called
 * expect: setup: call 73:2 only_called
 * reject: setup: call .* pointer
 */
