namespace Workbench.Data.Importers;

/// <summary>Files in the order of their time, read one after the other through one gate.</summary>
/// <param name="instrument">What they are of.</param>
/// <param name="gate">Where events are checked and counted.</param>
/// <param name="files">Their paths.</param>
/// <param name="open">Opens one; null for an empty file.</param>
sealed class FileTape<TBatch, TGate>(
    Instrument instrument, TGate gate, IReadOnlyList<string> files, Func<string, IEventReader<TGate>?> open) : ICursor<TBatch>
    where TGate : IGate<TBatch>
{
    IEventReader<TGate>? reader;
    int next;
    bool finished;

    public Instrument Instrument => instrument;

    public bool Read(TBatch into)
    {
        gate.Begin(into);
        try
        {
            Fill();
        }
        catch (OverflowException beyond)
        {
            // Sums and products are checked everywhere, so a number too large arrives here and never as a wrong one in the lake.
            throw ImportErrors.NumberTooLarge(gate.Log.File, beyond);
        }

        return gate.Count > 0;
    }

    public void Dispose() => reader?.Dispose();

    void Fill()
    {
        while (!gate.IsFull && (reader is not null || OpenNext()))
        {
            if (reader is not null && !reader.Read(gate))
            {
                reader.Dispose();
                reader = null;
            }
        }
    }

    /// <summary>Steps to the next file; false when all were read and the gate is content.</summary>
    bool OpenNext()
    {
        if (next == files.Count)
        {
            if (!finished)
            {
                finished = true;
                gate.Log.Finish();
            }

            return false;
        }

        gate.Log.File = files[next++];
        gate.Log.Report.Files++;
        reader = open(gate.Log.File);
        if (reader is null)
        {
            gate.Log.Report.Empty++;
        }

        return true;
    }
}
