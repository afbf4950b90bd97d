"""Fits the coefficients of the float32 elementary functions and prints them.

    python3 scripts/fit-maths.py            # all of them, about a minute
    python3 scripts/fit-maths.py tanh exp   # only these

The constants in src/core/maths/*.ts and src/kernel/assembly/maths.ts are what this script prints. It needs
numpy, and mpmath for the values to fit where double precision cancels and for splitting ln 2.

Two steps for each function:

1. A minimax fit in double precision: weighted least squares, linear in the unknowns, reweighted until the
   largest relative error stops falling (Lawson's iteration). The basis is Chebyshev's, so that the systems are well conditioned.
2. The coefficients are rounded to float32, and a random walk over their last bits keeps every step that
   lowers the largest error of the *whole* function, evaluated as the kernel does it: in float32, operation
   by operation. The walk has a fixed seed, so the same numbers come out on every run.
"""

import math
import sys

import mpmath as mp
import numpy as np

mp.mp.dps = 40
F = np.float32
np.seterr(all="ignore")


# --- The minimax fit ------------------------------------------------------------------------------------


def lawson(f, weight, t, degree, rounds=80):
    """The polynomial P in t such that max |weight * (P - f)| is (nearly) least; and that maximum."""
    top, bottom = t.max(), t.min()
    basis = np.polynomial.chebyshev.chebvander((2 * t - (top + bottom)) / (top - bottom), degree)
    lam = np.ones_like(t)
    least, best = math.inf, None
    for _ in range(rounds):
        s = np.sqrt(lam) * weight
        c = np.linalg.lstsq(basis * s[:, None], f * s, rcond=None)[0]
        e = np.abs(weight * (basis @ c - f))
        if e.max() < least:
            least, best = e.max(), c
        lam = lam * (e / e.max() + 1e-3)
        lam /= lam.sum()
    series = np.polynomial.chebyshev.Chebyshev(best, domain=[bottom, top])
    power = series.convert(kind=np.polynomial.Polynomial).coef
    return least, np.pad(power, (0, len(best) - len(power)))


# --- Errors and the walk --------------------------------------------------------------------------------


def ulps(got, want):
    """The error in units in the last place of the true value (float32)."""
    size = 2.0 ** np.maximum(np.floor(np.log2(np.maximum(np.abs(want), 1e-300))) - 23, -149)
    return np.abs(got.astype(np.float64) - want) / size


def floats(low, high, count):
    """About `count` float32 values, even in their bit patterns."""
    a, b = (int(np.array(v, F).view(np.uint32)) for v in (low, high))
    step = max(1, (b - a) // count) | 1
    return np.arange(a, b, step, dtype=np.uint32).view(F)


def walk(start, score, steps, seed=1, reach=4):
    """Changes a few coefficients by a few last bits at a time, and keeps what lowers the score."""
    rng = np.random.default_rng(seed)
    best = np.array(start, dtype=F)
    value = score(best)
    for _ in range(steps):
        trial = best.copy().view(np.int32)
        for i in rng.choice(len(trial), size=rng.integers(1, min(4, len(trial) + 1)), replace=False):
            trial[i] += rng.integers(-reach, reach + 1)
        trial = trial.view(F)
        s = score(trial)
        if s <= value:
            best, value = trial, s
    return best, value


def show(name, values):
    for i, v in enumerate(np.atleast_1d(values)):
        print(f"  {name}{i} = {float(F(v))!r}")


def horner(c, t):
    """c[0] + c[1] t + c[2] t^2 + ..., in float32."""
    r = np.full_like(t, c[-1])
    for k in c[-2::-1]:
        r = r * t + k
    return r


# --- The functions, as the kernel evaluates them --------------------------------------------------------


TANH_MAGIC = F(12582912.0 + 126.0)


def tanh_f32(x, c, half_ln2, two_log2e):
    """tanh(k ln2 / 2 + r) by the addition formula, with tanh(r) = r / C(r^2) and 2^(k-1) = s."""
    a = np.minimum(np.abs(x), F(9.25))
    t = a * two_log2e + TANH_MAGIC
    r = a - (t - TANH_MAGIC) * half_ln2
    s = (t.view(np.int32) << 23).view(F)
    y = r * r
    d = F(1) + y * horner(c, y)
    n = (s - F(0.5)) * d + (s + F(0.5)) * r
    return np.copysign(n / (n + (d - r)), x)


def fit_tanh():
    half_ln2, two_log2e = F(float(mp.log(2) / 2)), F(float(2 / mp.log(2)))
    high = float(half_ln2) / 2 * 1.0001
    r = high * np.sin(np.pi / 2 * (np.arange(800) + 0.5) / 800)
    y = r * r
    f = np.array([float((mp.mpf(v) * mp.coth(mp.mpf(v)) - 1) / mp.mpf(v) ** 2) for v in r])
    error, p = lawson(f, y, y, 1)
    x = np.concatenate([floats(1e-3, 9.3, 40000), np.linspace(0.05, 9.3, 60000).astype(F)])
    want = np.tanh(x.astype(np.float64))

    def score(c):
        e = ulps(tanh_f32(x, c, half_ln2, two_log2e), want)
        return e.max() + 0.05 * np.sqrt((e**2).mean())

    best, value = walk(p, score, 200, reach=64)
    dense = np.concatenate([floats(1e-9, 10, 2000000), np.linspace(0, 10, 1000000).astype(F)])
    e = ulps(tanh_f32(dense, best, half_ln2, two_log2e), np.tanh(dense.astype(np.float64)))
    print(f"tanh: fit 2^-24 * {error * 2**24:.3f}, walk {value:.3f}, max ulp {e.max():.3f}")
    print(f"  TWO_LOG2E = {float(two_log2e)!r}, HALF_LN2 = {float(half_ln2)!r}")
    show("T", best)


def split_ln2():
    """ln 2 = HI + LO, where HI has so few bits that k * HI is exact for |k| <= 128."""
    ln2 = mp.log(2)
    hi = mp.floor(ln2 * 2**15) / 2**15
    return F(float(hi)), F(float(ln2 - hi))


MAGIC = F(12582912.0 + 127.0)


def exp_f32(x, c, hi, lo, log2e):
    t = x * log2e + MAGIC
    k = t - MAGIC
    r = (x - k * hi) - k * lo
    p = F(1) + (r + (r * r) * horner(c, r))
    return p * (t.view(np.int32) << 23).view(F)


def fit_exp(quiet=False):
    hi, lo = split_ln2()
    log2e = F(float(1 / mp.log(2)))
    half = float(mp.log(2)) / 2 * 1.0001
    r = half * np.cos(np.pi * (np.arange(2001) + 0.5) / 2001)
    f = np.array([float((mp.exp(mp.mpf(v)) - 1 - mp.mpf(v)) / mp.mpf(v) ** 2) for v in r])
    error, p = lawson(f, r * r / np.exp(r), r, 4)
    x = np.concatenate([np.linspace(-87.3, 88.3, 60000), np.linspace(-1, 1, 60000)]).astype(F)
    want = np.exp(x.astype(np.float64))

    def score(c):
        e = ulps(exp_f32(x, c, hi, lo, log2e), want)
        return e.max() + 0.05 * np.sqrt((e**2).mean())

    best, value = walk(p, score, 400, reach=64)
    if quiet:
        return best
    dense = np.concatenate([np.linspace(-87.3, 88.3, 2000000), np.linspace(-1, 1, 1000000)]).astype(F)
    e = ulps(exp_f32(dense, best, hi, lo, log2e), np.exp(dense.astype(np.float64)))
    print(f"exp: fit 2^-24 * {error * 2**24:.3f}, walk {value:.3f}, max ulp {e.max():.3f}")
    print(f"  LOG2E = {float(log2e)!r}, LN2_HI = {float(hi)!r}, LN2_LO = {float(lo)!r}")
    show("E", best)
    return best


SQRT_HALF = 0x3F3504F3


def log_f32(x, c, hi, lo):
    b = np.maximum(x, F(2.0**-126)).view(np.int32)
    e = (b - SQRT_HALF) >> 23
    f = (b - (e << 23)).view(F) - F(1)
    k = e.astype(F)
    h = f * f
    tail = k * lo + (f * h) * horner(c, f)
    return (f - F(0.5) * h + tail) + k * hi


def fit_log():
    hi, lo = split_ln2()
    low, high = math.sqrt(0.5) - 1, math.sqrt(2) - 1
    f = (low + high) / 2 + (high - low) / 2 * np.cos(np.pi * (np.arange(2000) + 0.5) / 2000)
    want = np.array([float((mp.log1p(mp.mpf(v)) - mp.mpf(v) + mp.mpf(v) ** 2 / 2) / mp.mpf(v) ** 3) for v in f])
    error, p = lawson(want, np.abs(f**3 / np.log1p(f)), f, 7)
    x = np.concatenate([floats(0.35, 2.9, 60000), floats(1.2e-38, 3e38, 30000)])
    want = np.log(x.astype(np.float64))

    def score(c):
        e = ulps(log_f32(x, c, hi, lo), want)
        return e.max() + 0.05 * np.sqrt((e**2).mean())

    best, value = walk(p, score, 400, reach=64)
    dense = np.concatenate([floats(0.35, 2.9, 3000000), floats(1.2e-38, 3e38, 1000000)])
    e = ulps(log_f32(dense, best, hi, lo), np.log(dense.astype(np.float64)))
    print(f"log: fit 2^-24 * {error * 2**24:.3f}, walk {value:.3f}, max ulp {e.max():.3f}")
    print(f"  LN2_HI = {float(hi)!r}, LN2_LO = {float(lo)!r}")
    show("L", best)


ERF_SPLIT = F(0.9375)
ERF_LIMIT = F(4)


def erf_f32(x, small, large, hi, lo, log2e):
    """x + x S(x^2) below ERF_SPLIT; 1 - exp(G(|x|)) from there on."""
    a = np.minimum(np.abs(x), ERF_LIMIT)
    near = a + a * horner(small, a * a)
    g = horner(large, a)
    t = g * log2e + MAGIC
    k = t - MAGIC
    r = (g - k * hi) - k * lo
    p = F(1) + (r + (r * r) * horner(EXP, r))
    far = F(1) - p * (t.view(np.int32) << 23).view(F)
    return np.copysign(np.where(a < ERF_SPLIT, near, far), x)


EXP = None


def fit_erf():
    global EXP
    EXP = fit_exp(quiet=True)
    hi, lo = split_ln2()
    log2e = F(float(1 / mp.log(2)))
    erf = np.vectorize(math.erf)
    split = float(ERF_SPLIT)
    x = split * np.sin(np.pi / 2 * (np.arange(1000) + 0.5) / 1000)
    e1, small = lawson(erf(x) / x - 1, x / erf(x), x * x, 5)
    x = (4 + split) / 2 - (4 - split) / 2 * np.cos(np.pi * (np.arange(2000) + 0.5) / 2000)
    erfc = np.vectorize(math.erfc)
    e2, large = lawson(np.log(erfc(x)), erfc(x), x, 6)
    n = len(small)
    sample = np.concatenate([floats(1e-3, 4.1, 20000), np.linspace(0.02, 4.1, 60000).astype(F)])
    want = erf(sample.astype(np.float64))

    def run(v, c):
        return erf_f32(v, c[:n], c[n:], hi, lo, log2e)

    def score(c):
        e = ulps(run(sample, c), want)
        return e.max() + 0.05 * np.sqrt((e**2).mean())

    best, value = walk(np.concatenate([small, large]), score, 400, reach=8)
    dense = np.concatenate([floats(1e-9, 5, 1000000), np.linspace(0, 5, 1000000).astype(F)])
    want = erf(dense.astype(np.float64))
    got = run(dense, best)
    print(f"erf: fits 2^-24 * {e1 * 2**24:.3f} and {e2 * 2**24:.3f}, walk {value:.3f}, "
          f"max ulp {ulps(got, want).max():.3f}, max absolute {np.abs(got - want).max():.3e}, most {got.max()!r}")
    show("N", best[:n])
    show("F", best[n:])


FITS = {"tanh": fit_tanh, "exp": fit_exp, "log": fit_log, "erf": fit_erf}

if __name__ == "__main__":
    for wanted in sys.argv[1:] or list(FITS):
        FITS[wanted]()
