using System.Globalization;
using System.Threading.Channels;
using Workbench.Core;
using Workbench.Model;
using Workbench.Platform.Journals;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>
/// The one thread of a running session: takes what is in the inbox, stamps and journals it, gives it to the session, makes the
/// journal safe, and hands on what is to be sent. When nothing comes, it puts the clock in. What was found to be told beside prices is told when it is due.
/// </summary>
sealed class SessionLoop(BuiltSession built, Recorder recorder, FileJournal journal, Inbox inbox, NoticeQueue notices, TimeProvider time, Action<VenueCommand> send)
{
    /// <summary>Inputs that are taken before those who wait to be sent are sent.</summary>
    const int Batch = 256;

    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    readonly long began = TimeProvider.System.GetTimestamp();
    long looked = TimeProvider.System.GetTimestamp();
    long written;
    SessionView? view;
    bool isLow;

    /// <summary>How the session stands, a few times a second; null before the first input.</summary>
    public SessionView? View => Volatile.Read(ref view);

    /// <summary>Told when the disk is full, and when there is room again.</summary>
    public Action<string>? Alarmed { get; init; }

    /// <summary>Called on the loop's thread now and then, for what only it may look at.</summary>
    public Action? Looked { get; set; }

    /// <summary>Runs until it is told to end.</summary>
    /// <param name="isOver">Asked after each batch whether it shall end.</param>
    /// <exception cref="WorkbenchException">The script failed, or the journal cannot be written.</exception>
    public void Run(Func<SessionView, bool> isOver)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            Look();
            while (!isOver(View!))
            {
                Turn();
            }
        }
        catch (JournalFullException full)
        {
            throw GetOut(full);
        }
        catch (IOException broken)
        {
            throw GetOut(broken);
        }
        catch (Exception error) when (error is not (WorkbenchException or OperationCanceledException))
        {
            throw ScriptFailure.From(error, built.Scripts);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    void Turn()
    {
        var session = built.Session;
        var taken = 0;
        while (taken < Batch && inbox.Reader.TryRead(out var input))
        {
            recorder.Take(session, in input, Now);
            taken++;
        }

        for (; taken < Batch && notices.Next <= Now; taken++)
        {
            recorder.Take(session, notices.Take(), Now);
        }

        if (session.NextDue <= Now)
        {
            recorder.Take(session, Input.Clock(session.NextDue), Now);
            taken++;
        }

        if (taken > 0)
        {
            recorder.Release(session, send);
            journal.Write();
        }

        LookAtDisk();
        Save();
        if (TimeProvider.System.GetElapsedTime(looked) > Breath)
        {
            Look();
        }

        if (taken == 0)
        {
            Wait(Math.Min(session.NextDue, notices.Next));
        }
    }

    void Look()
    {
        looked = TimeProvider.System.GetTimestamp();
        Volatile.Write(ref view, built.Session.View());
        Looked?.Invoke();
    }

    /// <summary>Once a second what was written is made safe from a power cut, too.</summary>
    void Save()
    {
        var second = (long)TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        if (second > written)
        {
            written = second;
            if (isLow && journal.TryRestore())
            {
                isLow = false;
                Tell(OperatorCommand.JournalBack, "there is room for the journal again");
            }

            journal.Commit();
        }
    }

    /// <summary>A disk that is full stops new orders long before the journal stops: what was set aside is for the way out.</summary>
    void LookAtDisk()
    {
        if (!isLow && journal.IsLow)
        {
            isLow = true;
            Tell(OperatorCommand.JournalLost, "the disk is full: no new orders; cancellations go, and are journaled in what was set aside");
        }
    }

    void Tell(OperatorCommand command, string why)
    {
        Alarmed?.Invoke(why);
        recorder.Take(built.Session, Input.Operator(command, why), Now);
        recorder.Release(built.Session, send);
        journal.Write();
    }

    void Wait(long due)
    {
        var pause = due == long.MaxValue ? Breath : TimeSpan.FromTicks(Math.Max(0, (due - Now) / 100));
        if (pause > TimeSpan.Zero)
        {
            inbox.Reader.WaitToReadAsync().AsTask().Wait(pause < Breath ? pause : Breath);
        }
    }

    /// <summary>What is decided can no longer be kept: nothing new is sent, what works is cancelled, and the session ends.</summary>
    WorkbenchException GetOut(Exception cause)
    {
        var session = built.Session;
        built.Sink.Output = null;
        foreach (var last in (OperatorCommand[])[OperatorCommand.JournalLost, OperatorCommand.Stop])
        {
            session.Take(Input.Operator(last, cause.Message) with { Time = Math.Max(session.Now, Now) });
        }

        while (session.TryTakeCommand(out var command))
        {
            if (command!.Kind == VenueCommandKind.Cancel)
            {
                send(command);
            }
        }

        return SessionErrors.JournalLost(cause);
    }

    long Now => UtcNanos.From(time.GetUtcNow().UtcDateTime);
}
