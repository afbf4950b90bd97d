#!/bin/bash
#SBATCH --job-name=infoplane
#SBATCH --cpus-per-task=1
#SBATCH --time=04:00:00

# One task of the array: some repeats of a link, into a folder of its own. A task that was cut off may be submitted
# again: it goes on with the repeats that are missing.
#
# From submit.sh: NODE, PROGRAM, LINK, REPEATS (of the whole set), PER_TASK, OUT.
set -euo pipefail

first=$(((SLURM_ARRAY_TASK_ID - 1) * PER_TASK + 1))
last=$((first + PER_TASK - 1))
if ((last > REPEATS)); then last=$REPEATS; fi

# exec: the scheduler's signals reach the program itself.
exec "$NODE" "$PROGRAM" run "$LINK" --repeats "$first-$last/$REPEATS" --out "$OUT/part-$SLURM_ARRAY_TASK_ID" \
  --workers "${SLURM_CPUS_PER_TASK:-1}"
