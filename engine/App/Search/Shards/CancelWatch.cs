namespace Workbench.App;

/// <summary>A token that ends with a signal, or when somebody lays the file <c>cancel</c> into the plan's folder.</summary>
sealed class CancelWatch : IDisposable
{
    readonly CancellationTokenSource source;
    readonly Timer timer;

    public CancelWatch(ShardFolder folder, TimeSpan every, CancellationToken stop)
    {
        source = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timer = new Timer(_ => Look(folder), null, TimeSpan.Zero, every);
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        using (var ended = new ManualResetEvent(false))
        {
            if (timer.Dispose(ended))
            {
                ended.WaitOne();
            }
        }

        source.Dispose();
    }

    void Look(ShardFolder folder)
    {
        if (folder.IsCancelled)
        {
            source.Cancel();
        }
    }
}
