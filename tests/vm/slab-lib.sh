# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=dash
#
# For zoo-lib.sh: whether loading and unloading leaves objects in the slab caches.
#
# A leak grows with the rounds for ever.  A stock does not: of freed objects the kernel keeps
# some for next time, or frees them later, and a few rounds may be what it takes to fill it.
# So what looks like a leak after the first rounds is watched for more of them, until it has
# grown by less than an object per round in one look (a stock), or in each of three looks
# and by more than any stock of that cache could (a leak).
#
# One stock is known: heads of frames for each CPU, see napi_skb_cache_put() in net/core/skbuff.c.
# It falls by 32 at a time, which would hide a small leak, so it is counted (src/skbstock.c)
# and taken off; where it cannot be read (the debug kernel, which looks for leaks by
# itself), its size is allowed for instead.

# slab_known ROUNDS: figures without what upstream leaks, natively as well: CACHE:OBJECTS a round
# in $SLAB_GROWS of the driver's file
slab_known() {
	awk -v grows="$SLAB_GROWS" -v rounds="$1" '
		BEGIN { n = split(grows, list, " "); for (i = 1; i <= n; i++) { split(list[i], of, ":"); known[of[1]] = of[2] } }
		{ print $1, $2 - rounds * known[$1] }'
}

# slab_figures: "CACHE OBJECTS" lines.  Left out is what any process and any file leaves behind.
slab_figures() {
	local cache stock
	for cache in /sys/kernel/slab/*; do
		[ -w "$cache/shrink" ] && [ ! -L "$cache" ] && echo 1 >"$cache/shrink" 2>/dev/null
	done
	stock=$(skbstock) || stock=''
	awk -v stock="$stock" '$1 == "skbuff_head_cache" { if (stock == "") $1 = "skbuff_head_cache_with_stock"; $2 -= stock }
		NR > 2 && $1 !~ /^(vmap_area|.*radix.*|.*inode.*|dentry|kernfs.*|filp|maple_node|anon_vma.*|vm_area.*|pid|cred.*|buffer_head|numa.*|Acpi.*|signal.*|sighand.*|task.*|files.*|mm_struct|lsm.*|proc_dir.*|kmem_cache.*|debug_objects.*|kmemleak.*)$/ { print $1, $2 }' /proc/slabinfo | slab_known "$ROUNDS"
}

# slab_stock CACHE: the most objects in a stock that is not counted: NAPI_SKB_CACHE_SIZE for each
# CPU; elsewhere what other parts of the kernel do meanwhile
slab_stock() {
	case $1 in
	*_with_stock) echo $((64 * $(nproc))) ;;
	*) echo 16 ;;
	esac
}

# slab_grown FROM TO LEAST: "CACHE GROWTH" lines, of what two snapshots have both
slab_grown() {
	awk -v least="$3" 'NR == FNR { had[$1] = $2; next }
		$1 in had && $2 - had[$1] >= least { print $1, $2 - had[$1] }' "$1.slab" "$2.slab"
}

# slab_suspects ROUNDS: caches that grew by an object per round in both halves of them
slab_suspects() {
	local cache growth
	slab_grown /tmp/before /tmp/middle $(($1 / 2)) | while read -r cache growth; do
		slab_grown /tmp/middle /tmp/after $(($1 - $1 / 2)) | awk -v cache="$cache" '$1 == cache { print $1 }'
	done
}

# slab_among FROM TO LEAST CACHE...: as slab_grown, of these caches only
slab_among() {
	local from=$1 to=$2 least=$3 cache growth
	shift 3
	slab_grown "$from" "$to" "$least" | while read -r cache growth; do
		case " $* " in *" $cache "*) echo "$cache $growth" ;; esac
	done
}

# slab_outgrown CACHE...: those that have outgrown their stock, as CACHE+GROWTH
slab_outgrown() {
	slab_among /tmp/before /tmp/after 0 "$@" | while read -r cache growth; do
		[ "$growth" -le "$(slab_stock "$cache")" ] || printf '%s+%s ' "$cache" "$growth"
	done
}

# check_slab ROUNDS: there were so many from /tmp/before by /tmp/middle to /tmp/after
check_slab() {
	local total=$1 suspects leaks='' i
	[ -s /tmp/before.slab ] || { fail "no slab figures"; return; }
	! grep -q _with_stock /tmp/before.slab || note "rounds: the stock of frame heads cannot be read"
	suspects=$(slab_suspects "$total" | tr '\n' ' ')
	# shellcheck disable=SC2086 # words
	while [ -n "$suspects" ]; do
		[ $total -lt $((3 * $1)) ] || leaks=$(slab_outgrown $suspects)
		[ -z "$leaks" ] || break
		note "rounds: more of them, for $(slab_among /tmp/before /tmp/after 0 $suspects | tr '\n' ' ')"
		cp /tmp/after.slab /tmp/last.slab
		i=0
		while [ $i -lt "$1" ]; do i=$((i + 1)); round || return 1; done
		total=$((total + $1))
		snapshot /tmp/after
		suspects=$(slab_among /tmp/last /tmp/after "$1" $suspects | cut -d ' ' -f 1 | tr '\n' ' ')
	done
	check "rounds: no slab cache grew with them ($total rounds: $leaks)" test -z "$leaks"
}
