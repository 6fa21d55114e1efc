namespace Workbench.Core;

/// <summary>
/// Keeps the journal of a session: an input is written before the session takes it, an output as it arises, and a command leaves
/// only once all that led to it is safe. So whatever the venue has ever heard of can be found again.
/// </summary>
/// <remarks>Records begin with a byte: <see cref="InputKind"/> for inputs, <see cref="Output"/> for what the session put out, <see cref="Header"/> for what it is.</remarks>
public sealed class Recorder(IJournal journal)
{
    /// <summary>First byte of a record that holds output records.</summary>
    public const byte Output = 0x80;

    /// <summary>First byte of the record that says what session it is.</summary>
    public const byte Header = 0x7F;

    readonly RecordWriter writer = new();
    long last = long.MinValue;

    /// <summary>Inputs taken so far.</summary>
    public long Inputs { get; private set; }

    /// <summary>Time of the last input, UTC nanoseconds.</summary>
    public long Last => last;

    /// <summary>Writes what session it is: the first record.</summary>
    public void Begin(ReadOnlySpan<byte> header)
    {
        writer.Begin();
        writer.Byte(Header);
        writer.Bytes(header);
        journal.Append(writer.Record);
        journal.Commit();
    }

    /// <summary>The journal was read back up to here.</summary>
    public void GoOn(long inputs, long time) => (Inputs, last) = (inputs, time);

    /// <summary>Stamps an input, writes it, and gives it to the session as it was written.</summary>
    /// <param name="session">The session.</param>
    /// <param name="input">What came in.</param>
    /// <param name="now">Time of its coming, UTC nanoseconds. A clock that was set back stands still until it has caught up.</param>
    public void Take(Session session, in Input input, long now)
    {
        last = Math.Max(last, now);
        var stamped = input with { Time = last };
        writer.Begin();
        InputCodec.Write(writer, in stamped);
        journal.Append(writer.Record);
        Inputs++;

        // What the session acts on is what can be read back, not what happened to be in memory.
        session.Take(stamped.Body is null ? stamped : InputCodec.Read(writer.Record));
    }

    /// <summary>Writes what the session put out.</summary>
    public void Put(ReadOnlySpan<byte> output)
    {
        if (output.Length > 0)
        {
            writer.Begin();
            writer.Byte(Output);
            writer.Bytes(output);
            journal.Append(writer.Record);
        }
    }

    /// <summary>Makes all safe, and only then hands out what is to be sent.</summary>
    /// <returns>How many commands left.</returns>
    public int Release(Session session, Action<VenueCommand> send)
    {
        var released = 0;
        while (session.TryTakeCommand(out var command))
        {
            if (released++ == 0)
            {
                journal.Commit();
            }

            send(command!);
        }

        return released;
    }
}
