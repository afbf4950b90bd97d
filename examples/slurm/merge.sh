#!/bin/bash
#SBATCH --job-name=infoplane-merge
#SBATCH --cpus-per-task=1
#SBATCH --time=00:30:00

# Runs once all tasks of the array have ended well: joins their folders.
#
# From submit.sh: NODE, PROGRAM, OUT.
set -euo pipefail

exec "$NODE" "$PROGRAM" merge "$OUT"/part-* --out "$OUT/all"
