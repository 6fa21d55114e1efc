using System.Globalization;
using Workbench.Data.Lake;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>data import SESSION --format journal</c>: what a session heard goes into the lake, for backtests over it.</summary>
static class JournalImport
{
    /// <summary>Name of the format.</summary>
    public const string Format = "journal";

    /// <summary>Takes the quotes of one instrument.</summary>
    public static ExitCode Run(Workspace workspace, string session, Instrument wanted, string? lake, Terminal terminal)
    {
        var folder = SessionFolder.Find(workspace, session);
        var header = Replayer.HeaderOf(folder);
        var instruments = header.Streams.Select(static stream => stream.Instrument).DistinctBy(static figures => figures.Symbol).ToList();
        var at = instruments.FindIndex(figures => figures.Symbol == wanted.Symbol);
        if (at < 0)
        {
            throw SessionErrors.NotHeard(folder.Id, wanted.Symbol, instruments.Select(static figures => figures.Symbol));
        }

        using var ticks = new JournalTapes(folder, at, instruments[at].ToInstrument(wanted.Calendar)).Ticks();
        var stored = workspace.OpenStore(lake).Write(ticks, $"session:{header.Feed}");
        terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{wanted.Symbol} ticks: {stored.Count:N0} from session {folder.Id}"));
        return ExitCode.Ok;
    }
}
