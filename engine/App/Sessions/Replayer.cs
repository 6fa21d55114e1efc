using Workbench.Core;
using Workbench.Model;
using Workbench.Platform.Journals;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>Runs a journal through the engine again, and holds what comes out against what came out then.</summary>
sealed class Replayer
{
    readonly BuiltSession built;
    readonly Queue<byte[]> said = new();
    readonly MemoryStream unmatched = new();
    readonly string id;
    long unmatchedAt;
    int at;

    Replayer(BuiltSession built, string id) => (this.built, this.id) = (built, id);

    /// <summary>Inputs taken.</summary>
    public long Inputs { get; private set; }

    /// <summary>Whether it had been told to end, or was killed.</summary>
    public bool WasToldToEnd { get; private set; }

    /// <summary>Those of them that a feed brought.</summary>
    public long FeedInputs { get; private set; }

    /// <summary>News, words of calendars and measures of sentiment among them.</summary>
    public NoticeMemory Told { get; } = new();

    /// <summary>Time of the last one, UTC nanoseconds.</summary>
    public long Last { get; private set; }

    /// <summary>Output that the journal does not hold: it ended before it was written.</summary>
    public ReadOnlyMemory<byte> Unwritten { get; private set; }

    /// <summary>The torn end of the journal that was left out; null where there was none.</summary>
    public JournalTail? Torn { get; private set; }

    /// <summary>The header of a session's journal.</summary>
    public static SessionHeader HeaderOf(SessionFolder folder) => TryHeaderOf(folder) ?? throw SessionErrors.NoHeader(folder.Id);

    /// <summary>The header of a session's journal; null where it broke off before it said what session it is, so that nothing was sent from it.</summary>
    /// <exception cref="WorkbenchException">The journal is damaged.</exception>
    public static SessionHeader? TryHeaderOf(SessionFolder folder)
    {
        if (Directory.GetFiles(folder.Journal, "*.journal").Length == 0)
        {
            return null;
        }

        using var reader = JournalReader.Open(folder.Journal);
        return reader.Read() && new JournalLine(reader.Record) is { IsHeader: true } line ? SessionHeader.FromJson(line.Content) : null;
    }

    /// <summary>Runs a journal through a session that was not started yet.</summary>
    /// <exception cref="WorkbenchException">It does not come to the same: the first difference is named.</exception>
    public static Replayer Run(SessionFolder folder, BuiltSession built)
    {
        var replayer = new Replayer(built, folder.Id);
        built.Sink.Output = bytes => replayer.said.Enqueue(bytes.ToArray());
        using var reader = JournalReader.Open(folder.Journal);
        var start = built.Header.StartNanos;
        replayer.Last = start;
        built.Session.Start(start);
        while (reader.Read())
        {
            var line = new JournalLine(reader.Record);
            if (line.IsInput)
            {
                replayer.NothingMoreThanWritten(reader.Number);
                replayer.Take(line.Input);
            }
            else if (line.IsOutput)
            {
                replayer.Compare(reader.Number, line.Content);
            }
        }

        replayer.Torn = reader.Tail;
        if (!folder.IsEnded)
        {
            replayer.NothingElseWritten();
            replayer.Unwritten = replayer.Rest();
        }

        return replayer;
    }

    /// <summary>Ends the session as it was ended then: what it put out with that must be the same, too.</summary>
    public RunResult Finish(bool isEnded)
    {
        var result = built.Session.Finish(isPartial: !isEnded);
        if (isEnded && !unmatched.ToArray().AsSpan().SequenceEqual(Rest()))
        {
            throw SessionErrors.ReplayDiffers(id, unmatchedAt, "it ended otherwise then than it ends now");
        }

        return result;
    }

    void Take(in Input input)
    {
        try
        {
            built.Session.Take(in input);
        }
        catch (Exception error) when (error is not (WorkbenchException or OperationCanceledException))
        {
            throw SessionErrors.FailsAgain(id, ScriptFailure.From(error, built.Scripts));
        }

        while (built.Session.TryTakeCommand(out _))
        {
            // Sent then, or never: where it matters, the venue is asked.
        }

        Inputs++;
        WasToldToEnd |= input.Kind == InputKind.Operator && (OperatorCommand)input.A is OperatorCommand.Stop or OperatorCommand.Kill;
        FeedInputs += input.IsFeed ? 1 : 0;
        if (input.Body is INotice notice)
        {
            Told.Add(notice);
        }

        Last = input.Time;
    }

    /// <summary>Output is written as it arises: before the next input comes in, all of it must have been.</summary>
    void NothingMoreThanWritten(long record)
    {
        NothingElseWritten();
        if (said.Count > 0)
        {
            throw SessionErrors.ReplayDiffers(id, record, "the script decides something that it had not decided then");
        }
    }

    /// <summary>What is written and not said now can only be the session's end.</summary>
    void NothingElseWritten()
    {
        if (unmatched.Length > 0)
        {
            throw SessionErrors.ReplayDiffers(id, unmatchedAt, "something was decided then that is not decided now");
        }
    }

    void Compare(long record, ReadOnlySpan<byte> written)
    {
        while (!written.IsEmpty)
        {
            if (!said.TryPeek(out var now))
            {
                unmatchedAt = record;
                unmatched.Write(written);
                return;
            }

            var length = Math.Min(written.Length, now.Length - at);
            if (!written[..length].SequenceEqual(now.AsSpan(at, length)))
            {
                throw SessionErrors.ReplayDiffers(id, record, "something else was decided then than is decided now");
            }

            written = written[length..];
            at += length;
            if (at == now.Length)
            {
                said.Dequeue();
                at = 0;
            }
        }
    }

    byte[] Rest()
    {
        var rest = new MemoryStream();
        while (said.TryDequeue(out var bytes))
        {
            rest.Write(bytes.AsSpan(at));
            at = 0;
        }

        return rest.ToArray();
    }
}
