using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;

namespace Workbench.Scripting.Notebooks;

/// <summary>One worker, from its start to its end, as its door sees it. Nothing here waits for the worker: a frozen one must still be ended.</summary>
sealed class WorkerProcess : IDisposable
{
    /// <summary>Frames that may wait for a worker that does not read. Then questions go unanswered; a cell and its interrupt always find room.</summary>
    const int MostWaiting = 256;

    /// <summary>How long the pipes of a dead worker are read on, where a process that it left behind holds them open.</summary>
    static readonly TimeSpan LongestEcho = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a cell's end waits for its raw output.</summary>
    static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    /// <summary>One start at a time: a child inherits whatever handles are open for another one.</summary>
    static readonly Lock Starting = new();

    readonly Process process;
    readonly Stream requests;
    readonly FrameStream to;
    readonly FrameStream from;
    readonly RawOutput stdout;
    readonly RawOutput stderr;
    readonly LastWords words = new();
    readonly BlockingCollection<Frame> sending = new(MostWaiting);
    readonly ConcurrentDictionary<long, TaskCompletionSource<object?>> questions = [];
    readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<WorkerDeath> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Lock deciding = new();
    volatile RunningCell? cell;
    Task rest = Task.CompletedTask;
    WorkerFate fate;
    long usedMb;
    bool hasLeft;
    long ids;

    WorkerProcess(Process process, Stream requests, Stream answers, KernelLimits limits)
    {
        (this.process, this.requests, Id) = (process, requests, process.Id);
        (to, from) = (new FrameStream(requests), new FrameStream(answers));
        process.StandardInput.Close();
        stdout = new RawOutput(process.StandardOutput.BaseStream, limits.MostRawOutput, null, text => Tell(output => output.Stream(StreamName.Out, text)));
        stderr = new RawOutput(process.StandardError.BaseStream, limits.MostRawOutput, words, text => Tell(output => output.Stream(StreamName.Error, text)));
        new Thread(Write) { IsBackground = true, Name = "to the worker" }.Start();
        new Thread(Read) { IsBackground = true, Name = "from the worker" }.Start();
        _ = Bury();
    }

    /// <summary>The process's id.</summary>
    public int Id { get; }

    /// <summary>Why it ended, once it has.</summary>
    public Task<WorkerDeath> Ended => ended.Task;

    /// <summary>Memory that it uses now, in MB; 0 where it is over.</summary>
    public long MemoryMb
    {
        get
        {
            try
            {
                process.Refresh();
                return process.WorkingSet64 >> 20;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    /// <summary>Starts a worker and waits until it listens.</summary>
    /// <exception cref="WorkbenchException">It cannot be started.</exception>
    public static async Task<WorkerProcess> Start(Func<WorkerPipes, ProcessStartInfo> command, KernelLimits limits)
    {
        var worker = Begin(command, limits);
        if (await Task.WhenAny(worker.ready.Task, worker.Ended, Task.Delay(limits.StartPatience)).ConfigureAwait(false) == worker.ready.Task)
        {
            return worker;
        }

        worker.Kill(WorkerFate.Slow);
        var death = await worker.Ended.ConfigureAwait(false);
        worker.Dispose();
        throw WorkerErrors.NotStarted($"{death.Cause(limits)}. {worker.words.Tail}".TrimEnd());
    }

    /// <summary>Gives it a cell to run.</summary>
    public RunningCell Run(CellRequest request, ICellOutput output)
    {
        var given = new RunningCell(Interlocked.Increment(ref ids), output);
        cell = given;
        rest = Task.WhenAll(stdout.NextMark(), stderr.NextMark());
        Send(new ExecuteFrame(given.Id, request));
        if (Ended.IsCompleted)
        {
            given.End();
        }

        return given;
    }

    /// <summary>Tells the cell to stop.</summary>
    public void Interrupt(RunningCell running) => Send(new InterruptFrame(running.Id));

    /// <summary>Asks about the language; null where it is over, or listens to nobody.</summary>
    public async Task<object?> Ask(Question question, string code, int position, TimeSpan patience)
    {
        var id = Interlocked.Increment(ref ids);
        var answer = questions[id] = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            return Send(new AskFrame(id, question, code, position))
                && await Task.WhenAny(answer.Task, Ended, Task.Delay(patience)).ConfigureAwait(false) == answer.Task
                    ? await answer.Task.ConfigureAwait(false)
                    : null;
        }
        finally
        {
            questions.TryRemove(id, out _);
        }
    }

    /// <summary>Ends it and all that it has started. The first reason stands.</summary>
    public void Kill(WorkerFate why, long used = 0)
    {
        Decide(why, used);
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception late) when (late is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It was over already.
        }
    }

    /// <summary>Lets it end by itself, or ends it where it does not or is at work.</summary>
    public async Task End(WorkerFate why, TimeSpan patience)
    {
        Decide(why, 0);
        if (cell is null or { Ended.IsCompleted: true })
        {
            Dispose();
            await Task.WhenAny(Ended, Task.Delay(patience)).ConfigureAwait(false);
        }

        if (!Ended.IsCompleted)
        {
            Kill(why);
        }

        await Ended.ConfigureAwait(false);
    }

    /// <summary>Lets it go: its pipe is closed, which it takes as the word to end.</summary>
    public void Dispose() => sending.CompleteAdding();

    static WorkerProcess Begin(Func<WorkerPipes, ProcessStartInfo> command, KernelLimits limits)
    {
        var requests = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        var answers = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        try
        {
            lock (Starting)
            {
                var start = command(new WorkerPipes(requests.GetClientHandleAsString(), answers.GetClientHandleAsString()));
                Prepare(start, limits);
                var process = Process.Start(start) ?? throw WorkerErrors.NotStarted(start.FileName);
                requests.DisposeLocalCopyOfClientHandle();
                answers.DisposeLocalCopyOfClientHandle();
                return new WorkerProcess(process, requests, answers, limits);
            }
        }
        catch (Exception broken) when (broken is Win32Exception or IOException or InvalidOperationException)
        {
            requests.Dispose();
            answers.Dispose();
            throw WorkerErrors.NotStarted(broken.Message, broken);
        }
    }

    static void Prepare(ProcessStartInfo start, KernelLimits limits)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["DOTNET_GCHeapHardLimit"] = (limits.HeapMb << 20).ToString("x", CultureInfo.InvariantCulture);
    }

    void Decide(WorkerFate why, long used)
    {
        lock (deciding)
        {
            if (fate == WorkerFate.Died && !Ended.IsCompleted)
            {
                (fate, usedMb) = (why, used);
            }
        }
    }

    bool Send(Frame frame)
    {
        try
        {
            return sending.TryAdd(frame);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    void Write()
    {
        try
        {
            foreach (var frame in sending.GetConsumingEnumerable())
            {
                to.Write(frame);
            }
        }
        catch (IOException)
        {
            // It is gone, which its burial tells.
        }
        finally
        {
            requests.Dispose();
        }
    }

    void Read()
    {
        try
        {
            while (from.Read() is { } bytes)
            {
                Take(FrameReader.Read(bytes));
            }
        }
        catch (InvalidDataException)
        {
            Kill(WorkerFate.Garbled);
        }
        catch (IOException)
        {
            // As good as the end.
        }

        heard.TrySetResult();
    }

    void Take(Frame? frame)
    {
        switch (frame)
        {
            case ReadyFrame:
                ready.TrySetResult();
                break;
            case BegunFrame begun when cell?.Id == begun.Id:
                cell.HasBegun = true;
                break;
            case StreamFrame stream:
                Tell(output => output.Stream(stream.Name, stream.Text));
                break;
            case DisplayFrame display:
                Tell(output => output.Display(display.Content, display.DisplayId));
                break;
            case UpdateFrame update:
                Tell(output => output.Update(update.DisplayId, update.Content));
                break;
            case ClearFrame clear:
                Tell(output => output.Clear(clear.Wait));
                break;
            case ResultFrame result when cell is { } running && running.Id == result.Id:
                running.Result = result.Result;
                _ = End(running, rest);
                break;
            case AnswerFrame answer when questions.TryGetValue(answer.Id, out var question):
                question.TrySetResult(answer.Answer);
                break;
            case LeavingFrame:
                hasLeft = true;
                break;
        }
    }

    // What a cell left running may print after its end: that belongs to the newest cell, as nothing else is there to show it.
    void Tell(Action<ICellOutput> what) => cell?.Tell(what);

    async Task End(RunningCell running, Task rest)
    {
        await Task.WhenAny(rest, Ended, Task.Delay(LongestRest)).ConfigureAwait(false);
        running.End();
    }

    async Task Bury()
    {
        await process.WaitForExitAsync().ConfigureAwait(false);
        await Task.WhenAny(Task.WhenAll(heard.Task, stdout.Closed, stderr.Closed), Task.Delay(LongestEcho)).ConfigureAwait(false);
        sending.CompleteAdding();
        lock (deciding)
        {
            ended.TrySetResult(new WorkerDeath(fate, process.ExitCode, hasLeft, usedMb, words.Text));
        }

        cell?.End();
        process.Dispose();
    }
}
