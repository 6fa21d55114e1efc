using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Gets the past that a session wants to be shown and the lake lacks, as far as any source has it. Its failure only warns: the session begins all the same.</summary>
sealed class PastFetch(Workspace workspace, Terminal terminal)
{
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Gets what a session's warm-up lacks.</summary>
    public void ForWarmUp(RunningSession session, SessionRequest request, CancellationToken cancel)
    {
        if (WarmUp.RangeOf(session, request) is not { } range)
        {
            return;
        }

        foreach (var stream in session.Built.Header.Streams)
        {
            Get(new DataWant(session.Built.Instruments.First(instrument => instrument.Symbol == stream.Instrument.Symbol), stream.Kind, stream.Spec(), range), request.Run.Lake, cancel);
        }
    }

    /// <summary>Gets something, where any source offers it.</summary>
    public void Get(DataWant want, string? lake, CancellationToken cancel)
    {
        try
        {
            using var bar = new FetchBar(terminal);
            var room = new SourceRoom(workspace, bar.Say, Timeout);
            var fetch = room.Fetch(null, workspace.OpenLake(lake), bar.Show);
            if (!fetch.IsOffered(want))
            {
                return;
            }

            var result = fetch.Run(new FetchRequest(want), cancel).GetAwaiter().GetResult();
            terminal.Progress(FetchText.Sentence(result));
            if (!result.Missing.IsEmpty)
            {
                terminal.Warn(VaultRoom.Secrets.Scrub(RouteErrors.Missing(result.Want, result.Missing, result.Why, "").Message));
            }
        }
        catch (WorkbenchException failure)
        {
            terminal.Warn($"the past of {want.Instrument.Symbol} was not fetched: {failure.Message}");
        }
    }
}
