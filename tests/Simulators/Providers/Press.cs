namespace Workbench.Simulators.Providers;

/// <summary>News that a test publishes, beside those that are drawn. Several sources may read one press: they tell of the same articles, each in its own form.</summary>
public sealed class Press
{
    readonly Lock gate = new();
    readonly List<PressItem> items = [];

    /// <summary>Publishes an article.</summary>
    /// <param name="ticker">Of whom it tells.</param>
    /// <param name="headline">What it says.</param>
    /// <param name="score">What it feels like, -1 to 1.</param>
    /// <param name="ago">How long ago it counts as published: sources find some things late.</param>
    public void Publish(string ticker, string headline, double score = 0, TimeSpan ago = default)
    {
        var now = DateTime.UtcNow - ago;
        lock (gate)
        {
            items.Add(new PressItem(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)), ticker, headline, score, $"https://press.example/{items.Count + 1}"));
        }
    }

    /// <summary>What was published of a ticker within a time.</summary>
    internal IReadOnlyList<PressItem> Of(string ticker, DateTime from, DateTime to)
    {
        lock (gate)
        {
            return [.. items.Where(item => item.Ticker.Equals(ticker, StringComparison.OrdinalIgnoreCase) && item.At >= from && item.At < to)];
        }
    }
}
