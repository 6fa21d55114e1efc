using Workbench.Data.Compression;

namespace Workbench.Data.Tests.Compression;

public sealed class LzmaDecoderTests
{
    [SharedDataFact]
    public void Two_real_hours_come_out_byte_by_byte()
    {
        var checks = Directory.GetFiles(SharedData.Path("dukascopy-bi5/decoded-check"), "*.bin", SearchOption.AllDirectories);
        Assert.NotEmpty(checks);
        foreach (var check in checks)
        {
            var packed = Path.ChangeExtension(check.Replace("decoded-check" + Path.DirectorySeparatorChar, ""), "bi5");
            Assert.Equal(File.ReadAllBytes(check), new LzmaDecoder().Decode(File.ReadAllBytes(packed)).ToArray());
        }
    }
}
