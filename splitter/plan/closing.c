// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The fixed point of partition, plan and check. Each round keeps at least one more
 * function in the kernel, so it ends.
 */
#include "check_plan.h"
#include "closing.h"
#include "context.h"
#include "diag.h"
#include "partition.h"
#include "wire.h"

/* What the check found stays in the kernel. */
static void keep(struct model *model, GPtrArray *findings)
{
	for (guint i = 0; i < findings->len; i++) {
		const struct finding *finding = findings->pdata[i];

		model_keep(model, finding->function, &finding->at, finding->text, finding->hint);
	}
}

/* One round. @plan is NULL where there can be none. */
static struct partition *round_of(struct model *model, struct knowledge *knowledge,
				  struct plan **plan)
{
	struct partition *partition = partition_compute(model, knowledge);
	g_autoptr(GPtrArray) findings = NULL;
	guint kept = model->kept->len;

	*plan = partition ? plan_build(model, partition) : NULL;
	if (!*plan)
		return partition;
	findings = check_plan(&(struct check){
		.model = model, .knowledge = knowledge, .plan = *plan,
	});
	keep(model, findings);
	if (findings->len && model->kept->len == kept) {
		const struct finding *finding = findings->pdata[0];

		diag_error(&finding->at, "%s() %s, and cannot be kept in the kernel",
			   finding->function->name, finding->text);
		g_clear_pointer(plan, plan_free);
	}
	return partition;
}

struct partition *closing_compute(struct model *model, struct knowledge *knowledge,
				  struct plan **plan)
{
	for (;;) {
		guint kept = model->kept->len;
		struct partition *partition = round_of(model, knowledge, plan);

		if (!partition || model->kept->len == kept)
			return partition;
		plan_free(*plan);
		partition_free(partition);
	}
}
