using Workbench.Data.Importers.Books;

namespace Workbench.Data.Importers;

/// <summary>Makes tapes of files: the step that every importer ends with.</summary>
static class Tapes
{
    public static Tape Ticks(ImportJob job, string source, IReadOnlyList<string> files, Func<string, IEventReader<TickGate>?> open)
    {
        var report = new ImportReport();
        return new Tape(new FileTape<TickBatch, TickGate>(job.Instrument, new TickGate(new GateLog(job.Options, report, job.Instrument.Calendar)), files, open), report, source);
    }

    public static Tape Trades(ImportJob job, string source, IReadOnlyList<string> files, Func<string, IEventReader<TradeGate>?> open)
    {
        var report = new ImportReport();
        return new Tape(new FileTape<TradeBatch, TradeGate>(job.Instrument, new TradeGate(new GateLog(job.Options, report, job.Instrument.Calendar)), files, open), report, source);
    }

    /// <summary>The same for readers that count roundings themselves.</summary>
    public static Tape Ticks(ImportJob job, string source, IReadOnlyList<string> files, Func<string, ImportReport, IEventReader<TickGate>?> open)
    {
        var report = new ImportReport();
        return new Tape(new FileTape<TickBatch, TickGate>(job.Instrument, new TickGate(new GateLog(job.Options, report, job.Instrument.Calendar)), files, file => open(file, report)), report, source);
    }

    /// <inheritdoc cref="Ticks(ImportJob, string, IReadOnlyList{string}, Func{string, ImportReport, IEventReader{TickGate}})"/>
    public static Tape Trades(ImportJob job, string source, IReadOnlyList<string> files, Func<string, ImportReport, IEventReader<TradeGate>?> open)
    {
        var report = new ImportReport();
        return new Tape(new FileTape<TradeBatch, TradeGate>(job.Instrument, new TradeGate(new GateLog(job.Options, report, job.Instrument.Calendar)), files, file => open(file, report)), report, source);
    }

    public static Tape Depth(ImportJob job, string source, IReadOnlyList<string> files, Func<string, ImportReport, IEventReader<DepthGate>?> open)
    {
        if (job.Options.RegularHours)
        {
            throw BookErrors.NoHours();
        }

        var report = new ImportReport();
        return new Tape(new FileTape<DepthBatch, DepthGate>(job.Instrument, new DepthGate(new GateLog(job.Options, report, job.Instrument.Calendar) { Noun = "changes" }, job.Instrument), files, file => open(file, report)), report, source);
    }

    public static Tape Bars(ImportJob job, string source, BarSpec spec, IReadOnlyList<string> files, Func<string, IEventReader<BarGate>?> open)
    {
        var report = new ImportReport();
        return new Tape(new FileTape<BarBatch, BarGate>(job.Instrument, new BarGate(new GateLog(job.Options, report, job.Instrument.Calendar)), files, open), spec, report, source);
    }
}
