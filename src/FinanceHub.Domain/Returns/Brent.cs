namespace FinanceHub.Domain.Returns;

/// <summary>Brent's method: as fast as interpolation where the function is smooth, never slower than halving.</summary>
/// <remarks>R. P. Brent, Algorithms for Minimization Without Derivatives, 1973, chapter 4.</remarks>
internal static class Brent
{
    private const int MostSteps = 500;

    /// <summary>The root of a function between two points where it differs in sign.</summary>
    public static double Root(Func<double, double> function, double low, double high)
    {
        var (a, b) = (low, high);
        var (fa, fb) = (function(a), function(b));
        var (c, fc, step, last) = (a, fa, b - a, b - a);
        for (var i = 0; i < MostSteps; i++)
        {
            if (fb > 0 == fc > 0)
                (c, fc, step, last) = (a, fa, b - a, b - a);
            if (Math.Abs(fc) < Math.Abs(fb))
                (a, b, c, fa, fb, fc) = (b, c, b, fb, fc, fb);
            var tolerance = 2 * double.BitIncrement(Math.Abs(b)) * 1e-16;
            var half = (c - b) / 2;
            if (Math.Abs(half) <= tolerance || fb == 0)
                break;

            (step, last) = Next(a, b, c, fa, fb, fc, step, last, tolerance);
            (a, fa) = (b, fb);
            b += Math.Abs(step) > tolerance ? step : Math.CopySign(tolerance, half);
            fb = function(b);
        }

        return b;
    }

    private static (double Step, double Last) Next(double a, double b, double c, double fa, double fb, double fc, double step, double last, double tolerance)
    {
        var half = (c - b) / 2;
        if (Math.Abs(last) < tolerance || Math.Abs(fa) <= Math.Abs(fb))
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

        if (p > 0)
            q = -q;
        else
            p = -p;
        return 2 * p < Math.Min((3 * half * q) - Math.Abs(tolerance * q), Math.Abs(last * q)) ? (p / q, step) : (half, half);
    }
}
