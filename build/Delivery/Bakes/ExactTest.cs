namespace FinanceHub.Delivery.Bakes;

/// <summary>Fisher's exact test: tells a difference of two shares from chance, also where the counts are small.</summary>
internal static class ExactTest
{
    /// <summary>How likely so many or more of the hits would fall to the first sample if both came from the same source.</summary>
    /// <param name="hits">In the first sample.</param>
    /// <param name="size">Of the first sample, at least <paramref name="hits"/>.</param>
    /// <param name="otherHits">In the second sample.</param>
    /// <param name="otherSize">Of the second sample, at least <paramref name="otherHits"/>.</param>
    /// <returns>0 to 1; small values say that the first has more.</returns>
    public static double ChanceOfSoMany(long hits, long size, long otherHits, long otherSize)
    {
        var (all, total) = (hits + otherHits, size + otherSize);
        var probability = Math.Exp(LogChoose(size, hits) + LogChoose(otherSize, otherHits) - LogChoose(total, all));
        var sum = 0d;
        for (var more = hits; more <= Math.Min(size, all); more++)
        {
            sum += probability;
            probability *= (double)(size - more) * (all - more) / ((more + 1d) * (otherSize - all + more + 1d));
        }

        return Math.Min(1, sum);
    }

    private static double LogChoose(long n, long k) => LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    /// <summary>Stirling's series beyond 20, exact to more than ten digits there; below that the product itself.</summary>
    private static double LogFactorial(long n)
    {
        if (n <= 20)
        {
            var product = 1d;
            for (var factor = 2; factor <= n; factor++)
            {
                product *= factor;
            }

            return Math.Log(product);
        }

        double x = n + 1;
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (1 / (12 * x)) - (1 / (360 * x * x * x));
    }
}
