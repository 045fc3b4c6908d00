namespace FinanceHub.Domain.Returns;

/// <summary>
/// Brent's root finder (R. P. Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4): as safe as bisection, and
/// mostly as quick as the secant. By hand, because the domain has no dependencies.
/// </summary>
internal static class Brent
{
    private const double Tolerance = 1e-14;
    private const int MostIterations = 200;

    /// <summary>A root between two points at which <paramref name="f"/> has different signs.</summary>
    public static double Root(Func<double, double> f, double a, double b)
    {
        var (fa, fb) = (f(a), f(b));
        var (c, fc) = (a, fa);
        var (step, previous) = (b - a, b - a);
        for (var i = 0; i < MostIterations && fb != 0; i++)
        {
            if (Math.Sign(fb) == Math.Sign(fc))
            {
                (c, fc) = (a, fa);
                step = previous = b - a;
            }

            if (Math.Abs(fc) < Math.Abs(fb))
            {
                (a, b, c) = (b, c, b);
                (fa, fb, fc) = (fb, fc, fb);
            }

            var tolerance = Tolerance * Math.Max(1, Math.Abs(b));
            var half = (c - b) / 2;
            if (Math.Abs(half) <= tolerance)
                break;

            (step, previous) = Next(a, b, c, fa, fb, fc, half, tolerance, step, previous);
            (a, fa) = (b, fb);
            b += Math.Abs(step) > tolerance ? step : Math.CopySign(tolerance, half);
            fb = f(b);
        }

        return b;
    }

    // The interpolated step where it stays inside and shrinks fast enough, else half the interval.
    private static (double Step, double Previous) Next(double a, double b, double c, double fa, double fb, double fc, double half, double tolerance, double step, double previous)
    {
        if (Math.Abs(previous) < tolerance || Math.Abs(fa) <= Math.Abs(fb))
            return (half, half);

        var s = fb / fa;
        double p, q;
        if (a == c)
        {
            (p, q) = (2 * half * s, 1 - s);
        }
        else
        {
            var (t, r) = (fa / fc, fb / fc);
            p = s * ((2 * half * t * (t - r)) - ((b - a) * (r - 1)));
            q = (t - 1) * (r - 1) * (s - 1);
        }

        (p, q) = (Math.Abs(p), p > 0 ? -q : q);
        return 2 * p < Math.Min((3 * half * q) - Math.Abs(tolerance * q), Math.Abs(previous * q)) ? (p / q, step) : (half, half);
    }
}
