import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates a PDF against profiles of veraPDF: {@code java Periksa.java file.pdf 3a ua1}. */
public class Periksa {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean semua = true;
        for (int i = 1; i < args.length; i++) {
            PDFAFlavour profil = PDFAFlavour.byFlavourId(args[i]);
            try (PDFAParser berkas = Foundries.defaultInstance().createParser(new FileInputStream(args[0]), profil)) {
                ValidationResult hasil = Foundries.defaultInstance().createValidator(profil, false).validate(berkas);
                System.out.printf("%s: %s (%d)%n", args[i], hasil.isCompliant() ? "sesuai" : "TIDAK SESUAI",
                        hasil.getTotalAssertions());
                Map<String, Integer> gagal = new TreeMap<>();
                for (TestAssertion a : hasil.getTestAssertions()) {
                    if (a.getStatus() == TestAssertion.Status.FAILED) {
                        gagal.merge(a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " "
                                + a.getMessage(), 1, Integer::sum);
                    }
                }
                gagal.forEach((aturan, kali) -> System.out.println("  " + kali + "x " + aturan));
                semua &= hasil.isCompliant();
            }
        }
        System.exit(semua ? 0 : 1);
    }
}
