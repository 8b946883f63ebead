/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * In which context a call of the kernel's own source is made. Process context is proven
 * only by a call that must not be made otherwise and comes before it on every way with no
 * atomic region open, or by all callers; what is in doubt is unknown. Of callers in other
 * files a proof says what they would have to be like.
 */
#ifndef MDRV_PROOF_H
#define MDRV_PROOF_H

#include "context.h"

enum verdict { VERDICT_PROCESS, VERDICT_ATOMIC, VERDICT_UNKNOWN };

struct finding {
	enum verdict verdict;
	const char *why;	/* one line; lives as long as the model */
	const char *pinned;	/* it is reached from an operation that a person pinned, or NULL */
	/*
	 * Process, if all calls of these are: "f()", a function that other files may call, or
	 * "struct x.op". char *, belongs to the prover; NULL: without conditions.
	 */
	const GPtrArray *needs;
};

struct prover;

/* @contexts: of one file of the kernel, with regions computed. */
struct prover *prover_new(struct contexts *contexts);
void prover_free(struct prover *prover);
struct finding prover_judge(struct prover *prover, const struct call *call);
/* How a function is called whose address is put there, by a file that does not define it. */
struct finding prover_judge_address(struct prover *prover, const struct reference *reference);

#endif /* MDRV_PROOF_H */
