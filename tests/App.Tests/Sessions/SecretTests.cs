using System.Text;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Sessions;

/// <summary>Keys go into the vault and to their venue, and can be found nowhere else.</summary>
[Collection(LabCollection.Name)]
public sealed class SecretTests(Lab lab) : IDisposable
{
    const string Planted = "planted-5f2b9c71e04d48aa-secret";

    readonly Shell shell = lab.Fresh();

    Dictionary<string, string> Environment => new()
    {
        ["WORKBENCH_VAULT"] = shell.Path("home/vault"), ["WORKBENCH_VAULT_PASSPHRASE"] = "open sesame", ["PLANTED"] = Planted,
    };

    public void Dispose() => shell.Dispose();

    [Fact]
    public void A_planted_key_is_nowhere_in_clear()
    {
        var said = new StringBuilder();
        using var venue = new SimVenue(shell, key: Planted);
        Answer Call(params string[] words)
        {
            var answer = shell.RunUnder(Environment, words);
            said.Append(answer.Out).Append(answer.Error);
            return answer;
        }

        Call("broker", "add", "oanda", "--name", "planted", "--environment", "sim", "--account-number", "101-004-1435156-001", "--key-env", "PLANTED", "--store", "file").Good();
        Assert.Contains("oanda/planted", Call("broker", "list").Good().Out, StringComparison.Ordinal);
        Call("broker", "list", "--json").Good();
        Call("broker", "test", "oanda", "--name", "planted", "--sim", venue.Root.ToString()).Good();
        var live = shell.StartUnder(Environment, "live", Traders.Busy(shell), "--broker", "oanda", "--account", "planted", "--sim", venue.Root.ToString(), "--data", "EURUSD");
        live.Until(() => venue.Orders.Count > 5, TimeSpan.FromSeconds(120));
        venue.Fault("TokenExpired");
        venue.Process.Freeze();
        live.Terminate();
        var ended = live.Wait(TimeSpan.FromMinutes(2));
        said.Append(ended.Out).Append(ended.Error);
        venue.Process.Thaw();
        Call("reconcile", "--sim", venue.Root.ToString());
        Call("deadletters", "list").Good();
        Call("deadletters", "retry", "all");
        Call("kill", "--direct", "--broker", "oanda", "--account", "planted", "--sim", venue.Root.ToString()).Good();
        Call("broker", "delete", "oanda", "--name", "planted").Refused("WB1120", ExitCode.Usage);
        Assert.True(File.Exists(shell.Path("home/vault")));

        Nowhere(said.ToString());
        foreach (var file in Directory.EnumerateFiles(shell.Path("home"), "*", SearchOption.AllDirectories).Where(file => File.ResolveLinkTarget(file, false) is null))
        {
            Assert.False(Holds(File.ReadAllBytes(file)), file);
        }

        Call("broker", "delete", "oanda", "--name", "planted", "--yes").Good();
        Call("broker", "test", "oanda", "--name", "planted").Refused("WB5201", ExitCode.Broker);
    }

    [Fact]
    public void Keys_are_asked_for_by_no_word_of_the_call()
    {
        shell.RunUnder(Environment, "broker", "add", "oanda", "--name", "demo", "--key", Planted).Refused("WB1001", ExitCode.Usage);
        shell.RunUnder(Environment, "broker", "add", "oanda", "--name", "demo", "--key-env", "NOT_SET", "--account-number", "1").Refused("WB1130", ExitCode.Usage);
        shell.RunUnder(Environment, "broker", "add", "oanda", "--name", "demo", "--account-number", "1").Refused("WB1117", ExitCode.Usage);
        shell.RunUnder(Environment, "broker", "add", "oanda", "--name", "demo", "--key-env", "PLANTED").Refused("WB1118", ExitCode.Usage);
        shell.RunUnder(Environment, "broker", "add", "nobody", "--key-env", "PLANTED").Refused("WB1110", ExitCode.Usage);
        shell.RunUnder(Environment, "broker", "add", "oanda", "--account-number", "1", "--environment", "real", "--key-env", "PLANTED").Refused("WB1119", ExitCode.Usage);
    }

    [Fact]
    public void An_account_is_live_only_where_live_was_typed()
    {
        shell.RunUnder(Environment, "broker", "add", "oanda", "--account-number", "1", "--key-env", "PLANTED", "--store", "file").Good();
        shell.RunUnder(Environment, "broker", "add", "oanda", "--name", "real", "--account-number", "2", "--environment", "live", "--key-env", "PLANTED", "--store", "file").Good();
        var accounts = shell.RunUnder(Environment, "broker", "list", "--json").Good().Json().GetProperty("accounts").EnumerateArray().ToList();
        Assert.Equal(["practice", "live"], accounts.Select(account => account.GetProperty("environment").GetString()));
    }

    [Fact]
    public void A_broker_is_tested_without_an_account_at_a_simulator()
    {
        var checks = shell.Run("broker", "test", "oanda", "--sim", "--json").Good().Json();
        Assert.True(checks.GetProperty("good").GetBoolean());
        Assert.Contains("instruments", checks.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("check").GetString()));
    }

    static void Nowhere(string text) => Assert.False(Holds(Encoding.UTF8.GetBytes(text)), "it was said");

    static bool Holds(byte[] bytes) => ((string[])[Planted, Convert.ToBase64String(Encoding.UTF8.GetBytes(Planted)).TrimEnd('='), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Planted))])
        .Any(form => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(form)) >= 0);
}
