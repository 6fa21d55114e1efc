namespace Workbench.Brokers.Links;

/// <summary>How long to wait before the next attempt to connect: twice as long each time, with jitter, so that many clients do not come back in step.</summary>
sealed class Backoff(TimeSpan first, TimeSpan longest)
{
    int attempts;

    /// <summary>The next pause; between half and all of the step at hand.</summary>
    public TimeSpan Next()
    {
        var step = first * Math.Pow(2, Math.Min(attempts++, 30));
        return (step < longest ? step : longest) * (0.5 + Random.Shared.NextDouble() / 2);
    }

    /// <summary>A connection held: the next break starts with the shortest pause.</summary>
    public void Reset() => attempts = 0;
}
