using System.Text;

namespace Workbench.App.Tests.Promotions;

/// <summary>The ledger of promotions: what was changed in it is found, what a crash tore is put aside, and nothing is lost.</summary>
public sealed class LedgerTests : IDisposable
{
    const int Seed = 20261126;

    readonly TempFolder folder = new();
    readonly List<string> told = [];

    string Lines => Path.Combine(folder.Path, "data/ledger/promotions.jsonl");

    string Head => Path.Combine(folder.Path, "data/ledger/promotions.head");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_added_is_there_in_its_order_with_number_time_and_who()
    {
        Fill(3);
        var entries = Ledger().Read().Entries;
        Assert.Equal([1L, 2L, 3L], entries.Select(entry => entry.Sequence));
        Assert.Equal(["p1", "p2", "p3"], entries.Select(entry => entry.Promotion));
        Assert.All(entries, entry => Assert.Equal(Environment.UserName, entry.Who));
        Assert.All(entries, entry => Assert.EndsWith("Z", entry.Time, StringComparison.Ordinal));
        Assert.Equal(LedgerFile.Nothing, entries[0].Previous);
        Assert.Equal("run-2", entries[1].Run);
        Assert.Equal(0.25m, entries[2].Recipe!.FeeRate);
    }

    [Fact]
    public void Every_byte_that_is_changed_is_found()
    {
        Fill(3);
        var dice = new Random(Seed);
        foreach (var file in (string[])[Lines, Head])
        {
            var good = File.ReadAllBytes(file);
            for (var at = 0; at < good.Length; at++)
            {
                var bad = (byte[])good.Clone();
                bad[at] = (byte)(bad[at] ^ (1 << dice.Next(8)));
                File.WriteAllBytes(file, bad);
                Refused($"byte {at} of {Path.GetFileName(file)}, seed {Seed}");
            }

            File.WriteAllBytes(file, good);
        }

        Assert.Equal(3, Ledger().Read().Entries.Count);
        Assert.Empty(told);
    }

    [Theory]
    [InlineData("1 2 3 4", 5)]
    [InlineData("1 2 3", 4)]
    [InlineData("", 1)]
    [InlineData("1 3 4 5", 5)]
    [InlineData("2 3 4 5", 5)]
    [InlineData("1 2 4 3 5", 4)]
    [InlineData("2 1 3 4 5", 2)]
    [InlineData("5 4 3 2 1", 5)]
    [InlineData("1 2 3 4 4", 5)]
    [InlineData("1 2 3 4 5 5", 6)]
    [InlineData("1 2 2 3 4 5", 6)]
    [InlineData("1 2 3 4 5 1 2", 6)]
    public void Lines_that_are_cut_moved_or_doubled_are_found_with_the_number(string order, int line)
    {
        Fill(5);
        var lines = File.ReadAllLines(Lines);
        File.WriteAllText(Lines, string.Concat(order.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => lines[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) - 1] + "\n")));
        Assert.Contains($"line {line}:", Refused(order).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_written_anew_with_its_followers_is_found_by_the_file_beside()
    {
        Fill(2);
        var head = File.ReadAllText(Head);
        Directory.Delete(Path.GetDirectoryName(Lines)!, recursive: true);
        Fill(2);
        File.WriteAllText(Head, head);
        Refused("another ledger");
    }

    [Fact]
    public void A_ledger_without_the_file_beside_is_refused_and_so_is_the_file_alone()
    {
        Fill(2);
        var head = File.ReadAllText(Head);
        File.Delete(Head);
        Refused("no head");
        File.WriteAllText(Head, head);
        File.Delete(Lines);
        Refused("no lines");
    }

    [Fact]
    public void A_refused_ledger_is_not_added_to()
    {
        Fill(2);
        File.WriteAllText(Lines, File.ReadAllText(Lines).Replace("run-1", "run-9", StringComparison.Ordinal));
        var before = File.ReadAllBytes(Lines);
        Assert.Equal("WB4320", Assert.Throws<WorkbenchException>(() => Fill(1)).Code);
        Assert.Equal(before, File.ReadAllBytes(Lines));
    }

    [Theory]
    [InlineData("{\"sequence\":3,\"prev")]
    [InlineData("\0\0\0\0\0\0")]
    public void A_line_that_a_crash_tore_is_put_aside_and_nothing_is_lost(string torn)
    {
        Fill(2);
        var good = File.ReadAllBytes(Lines);
        File.WriteAllBytes(Lines, [.. good, .. Encoding.UTF8.GetBytes(torn)]);

        Assert.Equal(2, Ledger().Read().Entries.Count);

        Assert.Contains("torn by a crash", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal(good, File.ReadAllBytes(Lines));
        Assert.Equal(torn, File.ReadAllText(Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Lines)!, "*.torn-*"))));
        Fill(1);
        Assert.Equal(["p1", "p2", "p3"], Ledger().Read().Entries.Select(entry => entry.Promotion));
        Assert.Single(told);
    }

    [Fact]
    public void A_crash_between_a_line_and_the_file_beside_loses_no_line()
    {
        Fill(1);
        for (var before = 1; before < 4; before++)
        {
            var head = File.ReadAllText(Head);
            Fill(1);
            File.WriteAllText(Head, head);
            Assert.Equal(before + 1, Ledger().Read().Entries.Count);
        }

        Assert.Equal(4, Ledger().Read().Entries.Count);
    }

    [Fact]
    public void The_first_line_needs_no_file_beside_after_a_crash()
    {
        Fill(1);
        File.Delete(Head);
        Assert.Single(Ledger().Read().Entries);
        Assert.StartsWith("1 ", File.ReadAllText(Head), StringComparison.Ordinal);
    }

    [Fact]
    public void Writers_take_turns()
    {
        Parallel.For(0, 4, _ => Fill(5));
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"p{number}"), Ledger().Read().Entries.Select(entry => entry.Promotion));
    }

    [Fact]
    public void A_refusal_on_the_way_leaves_the_ledger_as_it_is()
    {
        Fill(1);
        Assert.Throws<WorkbenchException>(() => Ledger().Append(book => throw PromotionErrors.NoPromotion("p9")));
        Assert.Single(Ledger().Read().Entries);
    }

    [Fact]
    public void An_empty_ledger_holds_nothing_and_makes_no_folder()
    {
        Assert.Empty(Ledger().Read().Entries);
        Assert.False(Directory.Exists(Path.GetDirectoryName(Lines)));
    }

    Ledger Ledger() => new(Workspace.At(folder.Path), told.Add);

    void Fill(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Ledger().Append(book => new LedgerEntry { Event = LedgerEvent.Promoted, To = Rung.Paper, Run = $"run-{book.Entries.Count + 1}", Recipe = Recipe(), Gates = [new Gate("script", true, "with\na line's end")] });
        }
    }

    WorkbenchException Refused(string what)
    {
        try
        {
            Ledger().Read();
        }
        catch (WorkbenchException refusal)
        {
            Assert.True(refusal.Code == "WB4320", $"{what}: {refusal}");
            return refusal;
        }

        throw new InvalidOperationException($"{what} was not found");
    }

    static RunRecipe Recipe() => new()
    {
        Script = "a.csx", Sha256 = "0123", Class = "A", Settings = [], Parameters = ["fast=5"], Data = ["EURUSD:ticks"], Lake = "data/lake",
        From = 0, To = 1, Cash = 1m, Currency = "USD", Seed = 1, FeeRate = 0.25m, EngineVersion = "1",
    };
}
