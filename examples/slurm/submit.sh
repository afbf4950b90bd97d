#!/bin/bash
# submit.sh LINK REPEATS PER_TASK OUT [SBATCH OPTIONS...]
#
# Shares the repeats of a link (or of one variant of a preset: main/relu) among the tasks of a Slurm array, PER_TASK
# repeats each, and merges their folders once all are done. OUT is a folder that every machine sees. Prints the number
# of the merge job, which is the last to end.
set -euo pipefail

if (($# < 4)); then
  echo "Usage: $0 LINK REPEATS PER_TASK OUT [SBATCH OPTIONS...]" >&2
  exit 2
fi
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
LINK=$1 REPEATS=$2 PER_TASK=$3
mkdir -p "$4"
OUT=$(cd "$4" && pwd)
shift 4
tasks=$(((REPEATS + PER_TASK - 1) / PER_TASK))

# Built here, once: tasks on other machines find it done.
node "$root/scripts/node-program.mjs" infoplane --help >/dev/null
NODE=$(command -v node) PROGRAM=$root/dist-node/infoplane.js
export NODE PROGRAM LINK REPEATS PER_TASK OUT

array=$(sbatch --parsable --export=ALL --array="1-$tasks" --output="$OUT/task-%a.log" "$@" "$here/array.sh")
# Only if every task has ended well; else the merge is given up, and the same command goes on where it was.
sbatch --parsable --export=ALL --dependency="afterok:${array%%;*}" --kill-on-invalid-dep=yes \
  --output="$OUT/merge.log" "$@" "$here/merge.sh"
