using System.Net;
using System.Text;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Sources;

[Collection(LabCollection.Name)]
public sealed class SourceVerbTests(Lab lab) : IDisposable
{
    const string Key = "k3y-that-nobody-may-ever-read-0123456789";

    readonly Shell shell = lab.Fresh();

    public void Dispose() => shell.Dispose();

    [Fact]
    public void A_key_is_in_no_output_and_in_no_file()
    {
        using var echo = new HttpListener();
        var address = FormattableString.Invariant($"http://127.0.0.1:{FreePort()}/");
        echo.Prefixes.Add(address);
        echo.Start();
        var seen = new StringBuilder();
        _ = Refuse(echo, seen);
        KeyValuePair<string, string>[] environment =
        [
            new("MY_KEY", Key), new("WORKBENCH_VAULT", shell.Path("home/vault")), new("WORKBENCH_VAULT_PASSPHRASE", "a passphrase of some length"),
        ];

        List<Answer> answers = [shell.RunUnder(environment, "data", "sources", "add", "tiingo", "--address", address, "--key-env", "MY_KEY", "--store", "file").Good()];
        answers.Add(shell.RunUnder(environment, "data", "sources", "test", "tiingo").Refused("WB2711", ExitCode.Broker));
        answers.Add(shell.RunUnder(environment, "data", "get", "EURUSD", "--source", "tiingo", "--kind", "bars", "--timeframe", "1d", "--from", "2024-03-04", "--to", "2024-03-06", "--json"));
        answers.Add(shell.RunUnder(environment, "data", "sources", "--json").Good());
        answers.Add(shell.RunUnder(environment, "data", "sources").Good());
        answers.Add(shell.RunUnder(environment, "data", "sources", "--log").Good());

        Assert.Contains(Key, seen.ToString(), StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.DoesNotContain(Key, answer.Out + answer.Error, StringComparison.OrdinalIgnoreCase));
        Assert.All(
            Directory.EnumerateFiles(shell.Path("home"), "*", SearchOption.AllDirectories).Where(file => !file.Contains("/.build/", StringComparison.Ordinal)),
            file => Assert.DoesNotContain(Key, File.ReadAllText(file, Encoding.Latin1), StringComparison.OrdinalIgnoreCase));
        Assert.True(answers[3].Json().GetProperty("sources").EnumerateArray().Single(source => source.GetProperty("name").GetString() == "tiingo").GetProperty("hasKey").GetBoolean());
    }

    [Fact]
    public void The_users_order_is_kept_and_what_cannot_be_is_refused()
    {
        shell.Run("data", "sources", "set", "yahoo", "--priority", "1").Good();
        shell.Run("data", "sources", "delete", "dukascopy").Good();
        var sources = shell.Run("data", "sources", "--json").Good().Json().GetProperty("sources");
        Assert.Equal("yahoo", sources[0].GetProperty("name").GetString());
        Assert.False(sources.EnumerateArray().Single(source => source.GetProperty("name").GetString() == "dukascopy").GetProperty("on").GetBoolean());
        shell.Run("data", "sources", "add", "yahoo", "--address", "http://example.com/").Refused("WB2709", ExitCode.Usage);
        shell.Run("data", "get", "EURUSD", "--source", "dukascopi", "--from", "2024-03-04").Refused("WB2702", ExitCode.NotFound).Saying("Did you mean dukascopy?");
        shell.Run("data", "get", "EURUSD", "--source", "dukascopy", "--from", "2024-03-04").Refused("WB2710", ExitCode.Data);
    }

    [Fact]
    public void The_table_of_sources_fits_a_terminal_and_its_columns_do_not_touch()
    {
        var lines = shell.Run("data", "sources").Good().Out.Split('\n');
        var (budget, canDo) = (lines[0].IndexOf("calls left", StringComparison.Ordinal), lines[0].IndexOf("can do", StringComparison.Ordinal));
        var rows = lines[1..].TakeWhile(line => !line.StartsWith("decisions", StringComparison.Ordinal)).ToList();
        Assert.All(rows, row => Assert.InRange(row.Length, 1, 120));
        Assert.All(rows.Where(row => row.Length > canDo), row => Assert.Equal((' ', ' '), (row[budget - 1], row[canDo - 1])));
        Assert.Contains(rows, row => row[budget..].StartsWith("1800 of 1800 an hour ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_without_its_data_is_told_the_command_that_gets_them() =>
        shell.Run("backtest", Repository.Path("strategies/sma-cross.csx"), "--data", "EURUSD:ticks", "--from", "2019-02-04", "--to", "2019-02-05")
            .Refused("WB2101", ExitCode.NotFound).Saying("./run.sh data get EURUSD --kind ticks --from 2019-02-04 --to 2019-02-05");

    /// <summary>Answers each request with a refusal that repeats all its headers, the key among them.</summary>
    static async Task Refuse(HttpListener listener, StringBuilder seen)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                var said = context.Request.RawUrl + context.Request.Headers;
                seen.Append(said);
                context.Response.StatusCode = 401;
                context.Response.Close(Encoding.UTF8.GetBytes("{\"detail\":\"" + said.ReplaceLineEndings(" ") + "\"}"), willBlock: true);
            }
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
