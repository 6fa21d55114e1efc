using Workbench.Platform.DeadLetters;
using Workbench.Platform.Tests.Resilience;
using Workbench.Platform.Tests.Vault;

namespace Workbench.Platform.Tests.DeadLetters;

public sealed class DeadLetterBoxTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly ManualTime time = new();
    readonly Secrets secrets = new();

    [Fact]
    public void Letters_are_kept_in_the_order_they_came()
    {
        Box().Add("command", "oanda", "no answer", "{\"units\":1}");
        time.Advance(TimeSpan.FromDays(1));
        Box().Add("notification", "mail", "refused", "flat", tries: 3);

        var letters = Box().List();

        Assert.Equal(["command", "notification"], letters.Select(letter => letter.Kind));
        Assert.Equal(("oanda", "no answer", "{\"units\":1}", 1), (letters[0].To, letters[0].Why, letters[0].Body, letters[0].Tries));
        Assert.Equal(3, letters[1].Tries);
        Assert.Equal(["20261125.jsonl", "20261126.jsonl"], Files().Select(Path.GetFileName));
    }

    [Fact]
    public void A_letter_is_taken_once()
    {
        var letter = Box().Add("command", "oanda", "no answer", "body");
        var other = Box().Add("command", "oanda", "no answer", "other");

        Assert.Equal(letter, Box().Take(letter.Id));
        Assert.Equal([other], Box().List());
        Assert.Equal("WB5221", Assert.Throws<WorkbenchException>(() => Box().Take(letter.Id)).Code);
        Box().Take(other.Id);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Of_many_that_take_the_same_letter_one_gets_it_and_none_that_comes_is_lost()
    {
        var wanted = Box().Add("command", "oanda", "no answer", "wanted");
        var takers = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            Box().Add("record", "feed", "not JSON", "more");
            try
            {
                Box().Take(wanted.Id);
                return 1;
            }
            catch (WorkbenchException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, (await Task.WhenAll(takers)).Sum());
        Assert.Equal(8, Box().List().Count);
    }

    [Fact]
    public void Letters_hold_no_secret_and_are_for_their_owner_alone()
    {
        secrets.Add(FileVaultTests.Demo("demo"));

        Box().Add("command", "https://venue?key=planted-token-5ea7", "401 for planted-token-5ea7", "Authorization: Bearer planted-token-5ea7");

        var file = Assert.Single(Files());
        Assert.DoesNotContain("planted", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Box().Add("command", "x", "x", "x");
        Box().Take(Box().List()[0].Id);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void Too_old_letters_go()
    {
        Box().Add("command", "oanda", "no answer", "old");
        time.Advance(TimeSpan.FromDays(31));
        Box().Add("command", "oanda", "no answer", "new");

        Assert.Equal(["new"], Box().List().Select(letter => letter.Body));
    }

    [Fact]
    public void Of_too_many_the_oldest_give_way_also_within_a_day()
    {
        for (var day = 0; day < 3; day++)
        {
            for (var each = 0; each < 200; each++)
            {
                Box(new DeadLetterOptions { MostBytes = 20_000 }).Add("record", "feed", "not JSON", $"{day}/{each} {new string('x', 100)}");
                Assert.True(Files().Sum(file => new FileInfo(file).Length) <= 20_000);
            }

            time.Advance(TimeSpan.FromDays(1));
        }

        var bodies = Box().List().Select(letter => letter.Body.Split(' ')[0]).ToList();
        Assert.True(bodies.Count > 50, $"only {bodies.Count} are left");
        Assert.Equal("2/199", bodies[^1]);
        Assert.Equal(Enumerable.Range(200 - bodies.Count, bodies.Count).Select(each => $"2/{each}"), bodies);
    }

    [Fact]
    public void A_line_that_a_crash_cut_short_swallows_no_other()
    {
        Box().Add("command", "oanda", "no answer", "first");
        var file = Assert.Single(Files());
        File.AppendAllText(file, "{\"id\":\"2026");

        Box().Add("command", "oanda", "no answer", "second");

        Assert.Equal(["first", "second"], Box().List().Select(letter => letter.Body));
    }

    [Fact]
    public void A_body_that_is_too_long_is_cut()
    {
        Box(new DeadLetterOptions { MostLetters = 10 }).Add("record", "feed", "not JSON", "0123456789abc");

        Assert.Equal("0123456789…", Assert.Single(Box().List()).Body);
    }

    DeadLetterBox Box(DeadLetterOptions? options = null) => new(folder.File("letters"), secrets, time, options);

    string[] Files() => Directory.Exists(folder.File("letters")) ? [.. Directory.GetFiles(folder.File("letters"), "*.jsonl").Order(StringComparer.Ordinal)] : [];

    public void Dispose() => folder.Dispose();
}
