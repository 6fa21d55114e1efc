using System.Globalization;

namespace Workbench.Core.Tests.Journal;

public sealed class OutputLogTests
{
    static readonly TickRow[] Walk = RandomWalk.Ticks(42, 5_000);

    static string Reference { get; } = Play.Run(Erratic.Unseeing(7, Given.EurUsd), Walk).Result.EventLogHash;

    [Fact]
    public void The_same_run_has_the_same_hash_and_the_chain_can_be_computed_anew()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var (first, sink) = Play.Run(Erratic.Unseeing(seed, Given.EurUsd), Walk);
            var (second, _) = Play.Run(Erratic.Unseeing(seed, Given.EurUsd), Walk);

            Assert.Equal(first.EventLogHash, second.EventLogHash);
            Assert.Equal(sink.Chain, first.EventLogHash);
            Assert.Matches("^[0-9a-f]{64}$", first.EventLogHash);
        }
    }

    [Fact]
    public void A_log_of_many_blocks_keeps_its_chain()
    {
        var strategy = new TickScripted { Ticked = (self, tick) => self.TargetPosition(self.Position() > 0m ? -1m : 1m, tag: tick.TimeNanos % 3 == 0 ? "x" : "yy") };
        var (result, sink) = Play.Run(strategy, Walk);

        Assert.True(sink.Blocks.Count > 10);
        Assert.Equal(sink.Chain, result.EventLogHash);
    }

    [Fact]
    public void Batches_of_any_sizes_make_the_same_run()
    {
        for (var seed = 1; seed <= 15; seed++)
        {
            var dice = new SeededRandom(seed);
            var (result, _) = Play.Run(Given.Usd, Erratic.Unseeing(7, Given.EurUsd), Tapes.Ticks(Given.EurUsd, Walk, () => dice.Next(1, seed * 8)));

            Assert.Equal(Reference, result.EventLogHash);
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.NotEqual(before.Name, CultureInfo.CurrentCulture.Name);
            Assert.Equal(Reference, Play.Run(Erratic.Unseeing(7, Given.EurUsd), Walk).Result.EventLogHash);
            Assert.Equal(Rejected(), InInvariant(Rejected));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string Rejected() => Hash(self => self.Buy(-1234.5m));

        static string InInvariant(Func<string> run)
        {
            var active = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            try
            {
                return run();
            }
            finally
            {
                CultureInfo.CurrentCulture = active;
            }
        }
    }

    [Fact]
    public void Trailing_zeros_change_nothing_and_everything_else_does()
    {
        var reference = Hash(self => self.BuyLimit(1m, 0.00090m, tag: "a"));

        Assert.Equal(reference, Hash(self => self.BuyLimit(1.00m, 0.0009m, tag: "a")));
        string[] others =
        [
            Hash(self => self.BuyLimit(2m, 0.00090m, tag: "a")),
            Hash(self => self.BuyLimit(1m, 0.00091m, tag: "a")),
            Hash(self => self.BuyLimit(1m, 0.00090m, tag: "b")),
            Hash(self => self.BuyLimit(1m, 0.00090m)),
            Hash(self => self.SellLimit(1m, 0.00090m, tag: "a")),
            Hash(self => self.SellStop(1m, 0.00090m, tag: "a")),
            Hash(self => self.Cancel(self.BuyLimit(1m, 0.00090m, tag: "a"))),
            Hash(self => self.BuyLimit(1m, 0.00090m, tag: "a"), second: 2),
            Hash(self => self.BuyLimit(1m, 0.00090m, tag: "a"), config: Given.Usd with { Cash = 1m }),
            Hash(_ => { }),
        ];
        Assert.Equal(others.Length + 1, others.Append(reference).Distinct().Count());
    }

    [Fact]
    public void Canonical_decimals_are_equal_bytes_exactly_for_equal_numbers()
    {
        var dice = new SeededRandom(5);
        for (var i = 0; i < 20_000; i++)
        {
            int low = dice.Next(int.MinValue, int.MaxValue), mid = dice.Next(3) == 0 ? dice.Next(int.MaxValue) : 0, high = dice.Next(5) == 0 ? dice.Next(int.MaxValue) : 0;
            var (isNegative, scale) = (dice.Next(2) == 0, (byte)dice.Next(0, 20));
            var value = new decimal(low, mid, high, isNegative, scale);
            var padded = decimal.Abs(value) < 1e8m ? value * 1.000m : value;

            Assert.Equal(Bytes(value), Bytes(padded));
            Assert.NotEqual(Bytes(value), Bytes(-value));
            Assert.NotEqual(Bytes(value), Bytes(new decimal(low ^ 1, mid, high, isNegative, scale)));
        }

        Assert.Equal(Bytes(0m), Bytes(-0.000m));
        Assert.Equal(Bytes(decimal.MaxValue), Bytes(decimal.MaxValue));
    }

    [Fact]
    public void Long_and_strange_tags_are_kept_apart_and_break_nothing()
    {
        Assert.NotEqual(Hash(self => self.Buy(1m, tag: "İ\ud800💹")), Hash(self => self.Buy(1m, tag: "I💹")));
        Assert.NotEmpty(Hash(self => self.Buy(1m, tag: new string('é', 100_001))));
    }

    static string Hash(Action<Scripted> act, int second = 1, RunConfig? config = null)
    {
        var strategy = new TickScripted { Ticked = (self, tick) => { if (tick.TimeNanos == Given.At(9, 0, second)) { act(self); } } };
        TickRow[] ticks = [new(Given.At(9, 0, 1), 100, 102), new(Given.At(9, 0, 2), 100, 102), new(Given.At(9, 0, 3), 100, 102)];
        return Play.Run(config ?? Given.Usd, strategy, Tapes.Ticks(Given.EurUsd, ticks)).Result.EventLogHash;
    }

    static string Bytes(decimal value)
    {
        Span<byte> bytes = stackalloc byte[16];
        CanonicalDecimal.Write(bytes, value);
        return Convert.ToHexString(bytes);
    }
}
