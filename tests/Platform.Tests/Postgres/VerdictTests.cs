namespace Workbench.Platform.Tests.Postgres;

/// <summary>What a check said is kept beside the numbers that it is of, and says nothing of others.</summary>
[Collection(PostgresCollection.Name)]
public sealed class VerdictTests(PostgresRoom room)
{
    [PostgresFact]
    public void A_verdict_is_known_until_the_numbers_change()
    {
        var store = Market.Store(room.Prepared());
        var rows = Market.Ticks(10, UtcNanos.Minute, Market.Start);
        Market.Write(store, rows);
        Assert.Equal(DataQuality.Unchecked, Known(store).Quality);

        var verdict = Refused(Market.Stretches(rows).Single().Content);
        store.Keep(Market.Gold, DataKind.Ticks, default, [verdict, Refused(new string('0', 64))]);

        Assert.Equal((DataQuality.Refused, "1 of 1 days refused, the first 2024-01-30: it makes no sense"), Known(store));
        Assert.Equal(DataQuality.Refused, store.Describe(Market.Gold, DataKind.Ticks, default, TimeRange.All).Quality);
        Assert.Equal(DataQuality.Refused, store.List().Single().Data.Quality);
        var kept = Assert.Single(store.Verdicts(Market.Gold, DataKind.Ticks, default));
        Assert.Equal((verdict.Content, "second", "they differ"), (kept.Content, kept.Compared!.Against, kept.Compared.Days[0].Reasons[0]));

        rows[5] = rows[5] with { Bid = 1 };
        Market.Write(store, rows);
        Assert.Equal((DataQuality.Unchecked, ""), Known(store));
    }

    static (DataQuality Quality, string Note) Known(IMarketStore store) => store.Known(Market.Gold, DataKind.Ticks, default, TimeRange.All);

    static StoredQuality Refused(string content) => new()
    {
        Rules = StoredQuality.CurrentRules, Content = content, Ok = [],
        Days = [new StoredVerdict { Date = "2024-01-30", Verdict = StoredVerdict.Refused, Reasons = ["it makes no sense"] }],
        Compared = new StoredComparison { Against = "second", Days = [new StoredVerdict { Date = "2024-01-30", Verdict = StoredVerdict.Warn, Reasons = ["they differ"] }] },
    };
}
