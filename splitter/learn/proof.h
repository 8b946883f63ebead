/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * In which context a call of the kernel's own source is made. Process context is proven
 * only by a call that must not be made otherwise and comes before it on every way with no
 * atomic region open, or by all callers within the file; what is in doubt is unknown.
 */
#ifndef MDRV_PROOF_H
#define MDRV_PROOF_H

#include "context.h"

enum verdict { VERDICT_PROCESS, VERDICT_ATOMIC, VERDICT_UNKNOWN };

struct finding {
	enum verdict verdict;
	const char *why;	/* one line; lives as long as the model */
	const char *pinned;	/* it is reached from an operation that a person pinned, or NULL */
};

struct prover;

/* @contexts: of one file of the kernel, with regions computed. */
struct prover *prover_new(struct contexts *contexts);
void prover_free(struct prover *prover);
struct finding prover_judge(struct prover *prover, const struct call *call);

#endif /* MDRV_PROOF_H */
