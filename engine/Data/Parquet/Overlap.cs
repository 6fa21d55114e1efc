namespace Workbench.Data.Parquet;

/// <summary>The copy that all of Lempel and Ziv's children share: what lies some way back, onto the end, repeating itself where it is shorter.</summary>
static class Overlap
{
    public static void Copy(Span<byte> bytes, int at, int back, int count)
    {
        if (back >= count)
        {
            bytes.Slice(at - back, count).CopyTo(bytes[at..]);
            return;
        }

        for (var i = at; i < at + count; i++)
        {
            bytes[i] = bytes[i - back];
        }
    }
}
