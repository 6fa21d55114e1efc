namespace Workbench.Platform.Tests.Journals;

/// <summary>Random records, commits, roll-overs, crashes and restarts, drawn from a printed seed.</summary>
public sealed class RandomJournalTests : IDisposable
{
    readonly TempFolder folder = new();

    [Fact]
    public void Whatever_was_committed_is_read_after_any_crash()
    {
        var first = Environment.TickCount;
        for (var seed = first; seed < first + 30; seed++)
        {
            Live(seed);
        }
    }

    void Live(int seed)
    {
        var dice = new Random(seed);
        var path = folder.File($"live-{seed}");
        var options = new JournalOptions { SegmentBytes = dice.Next(100, 5000), BufferBytes = dice.Next(4096, 8192), ReserveBytes = 0 };
        for (var session = 0; session < 4; session++)
        {
            using (var journal = JournalWriter.Open(path, options))
            {
                var committed = Act(journal, dice);
                var crashed = folder.File($"crashed-{seed}-{session}");
                Records.CopyTo(path, crashed);
                Tear(crashed, dice);

                var left = Records.Check(crashed);
                Assert.True(left >= committed, $"seed {seed}: {left} records are left of {committed} that were committed");
                path = crashed;
            }
        }
    }

    static long Act(JournalWriter journal, Random dice)
    {
        for (var step = dice.Next(1, 300); step > 0; step--)
        {
            switch (dice.Next(12))
            {
                case 0:
                    journal.Commit();
                    break;
                case 1:
                    journal.Write();
                    break;
                default:
                    journal.Append(Records.Of(journal.LastNumber + 1));
                    break;
            }
        }

        return journal.CommittedNumber;
    }

    /// <summary>A crash may leave any part of what was written behind the last seal, and nothing less.</summary>
    static void Tear(string path, Random dice)
    {
        long end;
        using (var reader = JournalReader.Open(path))
        {
            while (reader.Read())
            {
            }

            end = reader.SealedEnd;
        }

        using var file = File.OpenWrite(Records.Segments(path)[^1]);
        file.SetLength(dice.NextInt64(end, file.Length + 1));
        if (dice.Next(3) == 0)
        {
            file.Seek(0, SeekOrigin.End);
            file.Write(new byte[dice.Next(1, 5000)]);
        }
    }

    public void Dispose() => folder.Dispose();
}
