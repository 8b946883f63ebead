// SPDX-License-Identifier: GPL-2.0-or-later
/* The chain behind a reason, link by link. */
#include "chain.h"
#include "diag.h"

static const struct reason *first_reason(const struct partition *partition,
					 const struct function *function)
{
	const struct decision *decision = partition_of(partition, function);

	return decision && decision->reasons->len ? decision->reasons->pdata[0] : NULL;
}

const struct reason *chain_next(const struct partition *partition, const struct reason *reason)
{
	const struct decision *decision = reason->via ? partition_of(partition, reason->via) : NULL;
	guint i;

	for (i = 0; decision && i < decision->reasons->len; i++) {
		const struct reason *link = decision->reasons->pdata[i];

		if (link->kind == REASON_ROOT || link->kind == REASON_REACHED ||
		    link->kind == REASON_LOCK_HELD)
			return link;
	}
	return reason->via ? first_reason(partition, reason->via) : NULL;
}

void chain_notes(const struct partition *partition, const struct decision *decision)
{
	const struct function *function = decision->function;
	const struct reason *reason = first_reason(partition, function);
	unsigned int depth = 0;

	while (reason && depth++ < CHAIN_MAX) {
		diag_note(&reason->at, "%s(): %s", function->name, reason->text);
		function = reason->via;
		reason = chain_next(partition, reason);
	}
}
