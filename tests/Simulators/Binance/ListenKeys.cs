namespace Workbench.Simulators.Binance;

/// <summary>The key of the account's own stream on futures: one at a time, an hour of life, extended by PUT or by asking for it again.</summary>
sealed class ListenKeys(TimeProvider clock, TimeSpan life)
{
    readonly Lock gate = new();
    string? key;
    DateTimeOffset ends;
    int made;

    public string Open()
    {
        lock (gate)
        {
            if (key is null || clock.GetUtcNow() >= ends)
            {
                key = $"simListenKey{++made:D4}" + new string('x', 48);
            }

            ends = clock.GetUtcNow() + life;
            return key;
        }
    }

    /// <summary>Extends the key; null where there is none, or not the one meant.</summary>
    public string? Extend(string? meant)
    {
        lock (gate)
        {
            if (key is null || clock.GetUtcNow() >= ends || (meant is not null && meant != key))
            {
                return null;
            }

            ends = clock.GetUtcNow() + life;
            return key;
        }
    }

    public bool IsAlive(string meant)
    {
        lock (gate)
        {
            return key == meant && clock.GetUtcNow() < ends;
        }
    }

    public void Close()
    {
        lock (gate)
        {
            key = null;
        }
    }

    /// <summary>The key, if its life is over or is to be over now; it is gone then.</summary>
    public string? TakeExpired(bool now)
    {
        lock (gate)
        {
            if (key is null || (!now && clock.GetUtcNow() < ends))
            {
                return null;
            }

            var gone = key;
            key = null;
            return gone;
        }
    }
}
