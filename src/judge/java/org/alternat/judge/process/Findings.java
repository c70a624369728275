package org.alternat.judge.process;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlDetails;
import eu.europa.esig.dss.simplereport.jaxb.XmlMessage;
import eu.europa.esig.dss.simplereport.jaxb.XmlTimestamp;
import eu.europa.esig.dss.simplereport.jaxb.XmlToken;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the answer out of DSS's reports, in the order of the file's revisions. */
final class Findings {

    private final Reports reports;
    private final SimpleReport simple;
    private final long fileLength;

    Findings(Reports reports, long fileLength) {
        this.reports = reports;
        this.simple = reports.getSimpleReport();
        this.fileLength = fileLength;
    }

    Answer answer() {
        return new Answer(
                null,
                reports.getDiagnosticData().getSignatures().stream()
                        .map(this::signature)
                        .toList(),
                timestamps(),
                unsignedBytes(),
                reports.getXmlSimpleReport(),
                reports.getXmlDetailedReport(),
                reports.getXmlValidationReport());
    }

    private Answer.Signature signature(SignatureWrapper signature) {
        String id = signature.getId();
        return new Answer.Signature(
                id,
                fieldName(signature.getPDFRevision()),
                commonName(signature.getSigningCertificate()),
                organisation(signature.getSigningCertificate()),
                instant(signature.getClaimedSigningTime()),
                instant(simple.getBestSignatureTime(id)),
                signature.getSignatureFormat().toString(),
                name(simple.getIndication(id)),
                name(simple.getSubIndication(id)),
                texts(simple.getAdESValidationErrors(id)),
                texts(simple.getAdESValidationWarnings(id)));
    }

    private List<Answer.Timestamp> timestamps() {
        Map<String, XmlTimestamp> verdicts = new HashMap<>();
        for (XmlToken token : simple.getJaxbModel().getSignatureOrTimestampOrEvidenceRecord()) {
            if (token instanceof XmlTimestamp timestamp) {
                verdicts.put(timestamp.getId(), timestamp);
            }
        }
        for (String signatureId : simple.getSignatureIdList()) {
            simple.getSignatureTimestamps(signatureId)
                    .forEach(timestamp -> verdicts.putIfAbsent(timestamp.getId(), timestamp));
        }
        List<Answer.Timestamp> timestamps = new ArrayList<>();
        for (TimestampWrapper timestamp : reports.getDiagnosticData().getTimestampList()) {
            timestamps.add(timestamp(timestamp, verdicts.get(timestamp.getId())));
        }
        return timestamps;
    }

    private Answer.Timestamp timestamp(TimestampWrapper timestamp, XmlTimestamp verdict) {
        XmlDetails details = verdict == null ? null : verdict.getAdESValidationDetails();
        return new Answer.Timestamp(
                timestamp.getId(),
                timestamp.getType().name(),
                fieldName(timestamp.getPDFRevision()),
                commonName(timestamp.getSigningCertificate()),
                organisation(timestamp.getSigningCertificate()),
                instant(timestamp.getProductionTime()),
                timestamp.getTimestampedSignatures().stream()
                        .map(SignatureWrapper::getId)
                        .toList(),
                // A token that the report does not speak of has not been found good.
                verdict == null ? Indication.INDETERMINATE.name() : name(verdict.getIndication()),
                verdict == null ? null : name(verdict.getSubIndication()),
                details == null ? List.of() : values(details.getError()),
                details == null ? List.of() : values(details.getWarning()));
    }

    /**
     * DSS says nothing of what is appended after the last signature (the incremental saving attack): every signature there
     * is keeps its verdict. So the end of the file is asked for here.
     */
    private long unsignedBytes() {
        DiagnosticData data = reports.getDiagnosticData();
        long covered = Stream.concat(
                        data.getSignatures().stream().map(SignatureWrapper::getPDFRevision),
                        data.getTimestampList().stream().map(TimestampWrapper::getPDFRevision))
                .filter(Objects::nonNull)
                .map(PDFRevisionWrapper::getSignatureByteRange)
                .filter(range -> range.size() == 4)
                .mapToLong(range -> range.get(2).add(range.get(3)).longValueExact())
                .max()
                .orElse(0);
        return fileLength - covered;
    }

    private static String fieldName(PDFRevisionWrapper revision) {
        return revision == null || revision.getSignatureFieldNames().isEmpty()
                ? null
                : revision.getSignatureFieldNames().get(0);
    }

    private static String commonName(CertificateWrapper certificate) {
        return certificate == null ? null : certificate.getCommonName();
    }

    private static String organisation(CertificateWrapper certificate) {
        return certificate == null ? null : certificate.getOrganizationName();
    }

    private static String instant(Date date) {
        return date == null ? null : date.toInstant().toString();
    }

    private static String name(Indication indication) {
        return indication == null ? Indication.INDETERMINATE.name() : indication.name();
    }

    private static String name(SubIndication subIndication) {
        return subIndication == null ? null : subIndication.name();
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::getValue).toList();
    }

    private static List<String> values(List<XmlMessage> messages) {
        return messages.stream().map(XmlMessage::getValue).toList();
    }
}
