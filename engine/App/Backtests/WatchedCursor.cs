using System.Globalization;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A tape that tells how far its reading is, and that Ctrl-C stops between two batches.</summary>
sealed class WatchedCursor<TBatch>(ICursor<TBatch> inner, Func<long> count, Terminal terminal, CancellationToken cancel) : ICursor<TBatch>
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    long shown = TimeProvider.System.GetTimestamp();
    bool any;

    public Instrument Instrument => inner.Instrument;

    public bool Read(TBatch into)
    {
        cancel.ThrowIfCancellationRequested();
        var read = inner.Read(into);
        if (terminal.ShowsProgress && (TimeProvider.System.GetElapsedTime(shown) > Interval || (!read && any)))
        {
            shown = TimeProvider.System.GetTimestamp();
            any = read;
            Console.Error.Write(read ? string.Create(CultureInfo.InvariantCulture, $"\r\u001b[K{count():N0} events") : "\r\u001b[K");
        }

        return read;
    }

    public void Dispose()
    {
    }
}
