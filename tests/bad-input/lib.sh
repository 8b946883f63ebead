# SPDX-License-Identifier: GPL-2.0-or-later
# shellcheck shell=bash
#
# Sourced by tests/bad-input/*.test: small drivers to be refused, and the check
# that a command is refused as a user needs it.
. "$(dirname "${BASH_SOURCE[0]}")/../lib/env.sh"
mdrv=$(tool mdrv)
scratch

# refused STATUS REGEX... -- COMMAND...: it ends with this very status, and its
# error output (not the other one) holds every REGEX.
refused() {
	local status=$1 rc=0 text want=() regex
	shift
	while [ "$1" != -- ]; do
		want+=("$1")
		shift
	done
	shift
	timeout 120 "$@" >"$TMP/stdout" 2>"$TMP/stderr" || rc=$?
	text=$(<"$TMP/stderr")
	[ "$rc" = "$status" ] || die "status $rc instead of $status of: $*"$'\n'"$text"
	for regex in "${want[@]}"; do
		grep -qE -- "$regex" <<<"$text" || die "no \"$regex\" in the message of: $*"$'\n'"$text"
	done
	[ ! -s "$TMP/stdout" ] || die "refused, but it printed: $(head -n 3 "$TMP/stdout")"
	printf 'ok (%s): %s\n' "$rc" "$(head -n 4 <<<"$text")"
}

# "${split[@]}" DRIVER [options]: with the tests' kernel, into $TMP/out
# shellcheck disable=SC2034 # for those who source this
split=("$mdrv" split --kdir "$MDRV_KDIR" -o "$TMP/out")

# small_driver DIR: one PCI driver that splits; its interrupt handler calls a helper
small_driver() {
	mkdir -p "$1"
	echo 'obj-m := small.o' >"$1/Kbuild"
	cat >"$1/small.c" <<-'END'
		#include <linux/interrupt.h>
		#include <linux/module.h>
		#include <linux/pci.h>

		struct small {
			void __iomem *regs;
			unsigned int events;
		};

		static void small_count(struct small *small)
		{
			small->events++;
		}

		static irqreturn_t small_interrupt(int irq, void *data)
		{
			small_count(data);
			return IRQ_HANDLED;
		}

		static int small_probe(struct pci_dev *pdev, const struct pci_device_id *id)
		{
			struct small *small = kzalloc(sizeof(*small), GFP_KERNEL);
			int ret;

			if (!small)
				return -ENOMEM;
			pci_set_drvdata(pdev, small);
			ret = pci_enable_device(pdev);
			if (ret)
				goto err;
			ret = request_irq(pdev->irq, small_interrupt, IRQF_SHARED, "small", small);
			if (!ret)
				return 0;
			pci_disable_device(pdev);
		err:
			kfree(small);
			return ret;
		}

		static void small_remove(struct pci_dev *pdev)
		{
			struct small *small = pci_get_drvdata(pdev);

			free_irq(pdev->irq, small);
			pci_disable_device(pdev);
			kfree(small);
		}

		static const struct pci_device_id small_ids[] = {
			{ PCI_DEVICE(0x1234, 0x4321) },
			{ }
		};

		static struct pci_driver small_driver = {
			.name = "small",
			.id_table = small_ids,
			.probe = small_probe,
			.remove = small_remove,
		};
		module_pci_driver(small_driver);
		MODULE_LICENSE("GPL");
	END
}
