using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Peers;

/// <summary>A bench for one peer's result: a lake with the vendor's files, and the strategy of tests/Golden/Peers, all as a user types it.</summary>
sealed class Peer(Lab lab) : IDisposable
{
    const string Folder = "tests/Golden/Peers/";

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

    /// <summary>Runs a strategy under the models of a configuration.</summary>
    public PeerRun Run(string script, string config, params string[] more)
    {
        var folder = shell.Path("run-" + Guid.NewGuid().ToString("N"));
        var document = shell.Run(
            ["backtest", Repository.Path(Folder + script), "--config", Repository.Path(Folder + config), "--out", folder, "--json", .. more]).Good().Json();
        var trades = shell.Run("trades", folder, "--most", "100000", "--json").Good().Json();
        return new PeerRun(document, [.. trades.EnumerateArray()]);
    }

    public void Dispose() => shell.Dispose();
}
