package org.alternat.audit;

/** Everything that the audit trail can say. A closed list: a new fact gets a new word here. */
public enum AuditEventType {
    /** An organiser made a draft. */
    DECLARATION_CREATED,
    /** The text was frozen by its digest and the circulation began. */
    DECLARATION_RELEASED,
    /** An organiser ended the circulation before it was complete. */
    DECLARATION_WITHDRAWN,
    /** A declaration with a corrected text takes the place of one that circulated; told in the trails of both. */
    TEXT_CORRECTED,
    /** Every invitation is settled and the rule of completion is not met. */
    DECLARATION_INCOMPLETE,
    /** All signature fields were made, in order of precedence. */
    DOCUMENT_PREPARED,
    /** The service certified the prepared text with its own seal. */
    DOCUMENT_CERTIFIED,
    /** A letter was handed to the mail server or the outbox folder. */
    LETTER_SENT,
    /** The mail server did not take a letter; it will be tried again. */
    LETTER_FAILED,
    /** The service stopped while it handed a letter over, and nobody wants it any more: it may have left. */
    LETTER_UNSETTLED,
    /** Somebody who holds the signing link asked for a code. */
    SIGNING_CODE_SENT,
    /** The code was right: the mailbox holder is there. */
    SIGNING_CODE_ACCEPTED,
    /** A wrong code was entered. */
    SIGNING_CODE_REJECTED,
    /** An organiser who saw the signatory at the desk gave them a code. */
    DESK_CODE_GIVEN,
    /** A desk code was used on a tablet. */
    DESK_CODE_ACCEPTED,
    /** A desk code was tried that had been used, replaced or grown too old. */
    DESK_CODE_REJECTED,
    /** The document was sent to a browser that had proved the code. */
    DOCUMENT_SHOWN,
    /** The head of the chain was reserved for a signatory who signs it elsewhere. */
    DOCUMENT_HANDED_OUT,
    /** A file that was signed elsewhere was not accepted. */
    EXTERNAL_SIGNATURE_REFUSED,
    /** The signatory ticked and pressed: the act of will, bound to the digest of what was shown. */
    CONSENT_GIVEN,
    /** The signatory refused. */
    SIGNATURE_REFUSED,
    /** The signature stands in the chain. */
    SIGNATURE_COLLECTED,
    /** An organiser recorded, with a scan, that somebody signed on paper; nothing of it stands in the chain. */
    PAPER_SIGNATURE_RECORDED,
    /** A signature on paper that was recorded by mistake was taken back: the signatory is awaited again. */
    PAPER_SIGNATURE_UNDONE,
    /** An organiser recorded on what somebody's authority to sign for a party rests, and who has looked at it. */
    MANDATE_RECORDED,
    /** A signature ad referendum was confirmed for its party and counts from then on. */
    SIGNATURE_CONFIRMED,
    /** An approver gave the visa, bound to the digest of what was shown. */
    VISA_GIVEN,
    /** A negotiator initialled the text, bound to the digest of what was shown; binds nobody. */
    TEXT_INITIALLED,
    /** The rule of completion is met: the date of effect. */
    DECLARATION_EFFECTIVE,
    /** The date of effect does not stand: a signature that it rests on was taken back. A later one is told anew. */
    EFFECT_UNDONE,
    /** The deadline passed without an answer. */
    INVITATION_EXPIRED,
    /** An organiser asked for a reminder. */
    REMINDER_REQUESTED,
    /** A party said who holds its place, which was to be confirmed until then. */
    PERSON_NAMED,
    /** Another person, or the same one at another address, holds a signatory's place. */
    PERSON_REPLACED,
    /** A signatory named somebody to act in their place; an organiser decides. */
    DELEGATION_ASKED,
    /** An organiser left the place with the signatory. */
    DELEGATION_DECLINED,
    /** The delegate holds the signatory's place and acts for the signatory. */
    SIGNATURE_DELEGATED,
    /** An organiser chose who decides about delegations. */
    DELEGATION_RULE_CHOSEN,
    /** An organiser gave more time. */
    DEADLINE_PROLONGED,
    /** Nobody can answer for now. */
    CIRCULATION_PAUSED,
    /** Answers are taken again. */
    CIRCULATION_RESUMED,
    /** The circulation was ended before its deadline; the rule of completion decides. */
    CIRCULATION_CLOSED_EARLY,
    /** An organiser chose what happens after a refusal. */
    REFUSAL_POLICY_CHOSEN,
    /** Somebody asked for a fresh signing link from an earlier one. */
    FRESH_LINK_REQUESTED,
    /** A signatory asked the organisers for a change of the text. */
    CHANGE_REQUESTED,
    /** The service's closing seal and the archive timestamp stand in the chain. */
    DOCUMENT_SEALED,
    /** A further archive timestamp stands in the chain. */
    ARCHIVE_TIMESTAMP_RENEWED,
    /** The verifier and the judge agree that the sealed file is whole. */
    SEALED_DOCUMENT_CHECKED,
    /** One of the two did not find the sealed document whole. */
    SEALED_DOCUMENT_DISPUTED,
    /** The final copy was handed over for a recipient. */
    FINAL_COPY_SENT,
    /** The archival package was built and kept. */
    DECLARATION_ARCHIVED,
    /** An organiser set from when the public may read the declaration. */
    PUBLICATION_SET,
    /** An organiser decided what the declaration says of its funding, or that no mention is due. */
    PUBLICITY_SET,
    /** An organiser took the public page away, or the plan to show it. */
    PUBLICATION_RETRACTED,
    /** A signatory agreed to be named on the public page. */
    LISTING_AGREED,
    /** A signatory took back the agreement to be named on the public page. */
    LISTING_WITHDRAWN,
    /** An archivist or auditor read the archived document, or took it away. */
    DOCUMENT_RETRIEVED,
    /** A draft was made as an instrument attached to an archived declaration. */
    INSTRUMENT_DRAFTED,
    /** An instrument of this declaration is archived. */
    INSTRUMENT_ATTACHED,
    /** Somebody took the archival package away. */
    PACKAGE_RETRIEVED,
    /** Somebody had every kept byte compared with the digests of the day of archiving. */
    FIXITY_CHECKED
}
