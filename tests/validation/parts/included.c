// SPDX-License-Identifier: GPL-2.0-only
static int from_handler(struct state *state)
{
	spin_lock(&state->lock);
	state->count++;
	spin_unlock(&state->lock);
	return state->count;
}

/* Nothing but the table below says what this function is. */
static u32 in_slot(struct net_device *dev)
{
	struct state *state = netdev_priv(dev);

	return of_header(state, 1) + inlined(state);
}

const struct ethtool_ops operations = {
	.get_msglevel = in_slot,
};
