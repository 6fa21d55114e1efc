using System.Diagnostics;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A tape that keeps the time its reading takes, so that a run can tell decoding from replaying.</summary>
sealed class TimedCursor<TBatch>(ICursor<TBatch> inner, Stopwatch stopwatch) : ICursor<TBatch>
{
    public Instrument Instrument => inner.Instrument;

    public bool Read(TBatch into)
    {
        stopwatch.Start();
        var read = inner.Read(into);
        stopwatch.Stop();
        return read;
    }

    public void Dispose() => inner.Dispose();
}
