using System.Globalization;
using Workbench.App.Tests.Kit;
using Workbench.Data.Calendars;
using Workbench.Data.Lake;
using Workbench.Model;

namespace Workbench.App.Tests.Peers;

/// <summary>A bench for one peer's result: a lake with the vendor's files, and the strategy of tests/Golden/Peers, all as a user types it.</summary>
sealed class Peer(Lab lab) : IDisposable
{
    const string Strategies = "tests/Golden/Peers/";

    readonly Shell shell = lab.Fresh();

    /// <summary>Imports files of the pile.</summary>
    public Peer Import(string path, string instrument, string format, params string[] more)
    {
        shell.Run(["data", "import", SharedData.Path(path), "--instrument", instrument, "--format", format, .. more]).Good();
        return this;
    }

    /// <summary>Describes an instrument in the user's own table.</summary>
    public Peer Define(string json)
    {
        Directory.CreateDirectory(shell.Path("home/data"));
        shell.Write("home/data/instruments.json", $"[{json}]");
        return this;
    }

    /// <summary>Writes a configuration that is made of the pile, whose data are not ours to commit.</summary>
    public string Configure(string name, string json) => shell.Write(name, json);

    /// <summary>Runs a strategy under the models of a configuration, which lies beside it or was written by <see cref="Configure"/>.</summary>
    public PeerRun Run(string script, string config, params string[] more)
    {
        config = Path.IsPathRooted(config) ? config : Repository.Path(Strategies + config);
        var folder = shell.Path("run-" + Guid.NewGuid().ToString("N"));
        var document = shell.Run(
            ["backtest", Repository.Path(Strategies + script), "--config", config, "--out", folder, "--json", .. more]).Good().Json();
        return new PeerRun(folder, document);
    }

    /// <summary>The last print of a tape.</summary>
    public decimal LastPrint(string symbol, string until)
    {
        var lake = new ParquetLake(shell.Lake, SessionCalendars.Find);
        using var prints = lake.Trades(lake.Instrument(symbol), TimeRange.All with { To = UtcNanos.From(DateTime.Parse(until, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)) });
        var (batch, last) = (new TradeBatch(), 0L);
        while (prints.Read(batch))
        {
            last = batch.Price[batch.Count - 1];
        }

        return prints.Instrument.FromRaw(last);
    }

    public void Dispose() => shell.Dispose();
}
